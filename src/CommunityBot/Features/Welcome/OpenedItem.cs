using Octokit.Webhooks.Models;

namespace CommunityBot.Features.Welcome;

/// <summary>An issue or a pull request that was just opened.</summary>
/// <param name="IsPullRequest">Which of the two it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Association">What GitHub says the author is to the repository.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Labels">Names of its labels.</param>
/// <param name="CameFromElsewhere">Whether it was transferred or converted and only looks new.</param>
public sealed record OpenedItem(
    bool IsPullRequest, int Number, string Title, string Url, User Author, string Association, DateTimeOffset OpenedAt, IReadOnlyList<string> Labels,
    bool CameFromElsewhere);
