using CommunityBot.Messages;
using Octokit.Webhooks.Models;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks;

/// <summary>What payloads tell of, as messages speak of it.</summary>
internal static class ThanksItems
{
    public static MessageItem Of(PullRequest pull) => new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", Names(pull.Labels));

    public static MessageItem Of(SimplePullRequest pull) => new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", Names(pull.Labels));

    /// <summary>A release goes by its name, and by its tag where it has none that can be seen.</summary>
    public static MessageItem Of(Release release)
    {
        var name = new[] { release.Name, release.TagName }.FirstOrDefault(text => InertText.Plain(text, ReleaseTitle.MostOfName).Length > 0);
        return new("release", Number: 0, name ?? "", release.HtmlUrl ?? "", Labels: []);
    }

    private static IReadOnlyList<string> Names(IEnumerable<Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>() ?? []];
}
