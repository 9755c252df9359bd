using CommunityBot.Messages;
using Octokit.Webhooks.Models;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks;

/// <summary>What payloads tell of, as messages speak of it.</summary>
internal static class ThanksItems
{
    public static MessageItem Of(PullRequest pull) => new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", Names(pull.Labels));

    public static MessageItem Of(SimplePullRequest pull) => new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", Names(pull.Labels));

    private static IReadOnlyList<string> Names(IEnumerable<Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>() ?? []];
}
