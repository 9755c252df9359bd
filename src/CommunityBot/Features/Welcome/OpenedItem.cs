using CommunityBot.GitHub;
using Octokit.Webhooks.Models;

namespace CommunityBot.Features.Welcome;

/// <summary>An issue, a pull request or a discussion that was just opened.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Association">What GitHub says the author is to the repository.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Labels">Names of its labels.</param>
/// <param name="CameFromElsewhere">Whether it was transferred or converted and only looks new.</param>
public sealed record OpenedItem(
    ItemKind Kind, int Number, string Title, string Url, User Author, string Association, DateTimeOffset OpenedAt, IReadOnlyList<string> Labels,
    bool CameFromElsewhere)
{
    /// <summary>Node id of a discussion, by which GraphQL knows it; null for anything else.</summary>
    public string? DiscussionId { get; init; }

    /// <summary>The author of a discussion as GraphQL knows them; null for anything else.</summary>
    public DiscussionAuthor? DiscussionAuthor { get; init; }
}
