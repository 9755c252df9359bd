using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Models;
using Octokit.Webhooks.Models.PullRequestEvent;
using RequestedTeam = Octokit.Webhooks.Models.Team;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What payloads tell of a pull request.</summary>
internal static class PayloadFacts
{
    /// <summary>Labels, people and teams that are kept: as many labels as GitHub allows, and more people than it does.</summary>
    private const int MostNames = 100;

    /// <summary>Characters of a title that are kept, as many as GitHub allows.</summary>
    private const int MostTitle = 256;

    /// <summary>How a pull request stands; nothing of one that no person opened.</summary>
    public static PullFacts? Of(PullRequest pull, RepositoryRef repository) =>
        Snapshot(pull.User, pull.AuthorAssociation?.StringValue, pull.CreatedAt, pull.UpdatedAt) is not { } snapshot ? null : PullFacts.None with
        {
            Snapshot = snapshot with
            {
                IsOpen = pull.ClosedAt is null && pull.State?.StringValue != "closed",
                IsDraft = pull.Draft,
                IsLocked = pull.Locked,
                Title = Bounded(pull.Title),
                Url = pull.HtmlUrl ?? "",
                HeadSha = pull.Head.Sha,
                Labels = Names(pull.Labels),
                Reviewers = People(pull.RequestedReviewers),
                Teams = Teams(pull.RequestedTeams, repository),
            },
            Size = new(pull.UpdatedAt, (int)Math.Min(int.MaxValue, pull.Additions + pull.Deletions), (int)Math.Min(int.MaxValue, pull.ChangedFiles)),
        };

    /// <summary>As the other, of a payload that is about something else and says less.</summary>
    public static PullFacts? Of(SimplePullRequest pull, RepositoryRef repository) =>
        Snapshot(pull.User, pull.AuthorAssociation?.StringValue, pull.CreatedAt, pull.UpdatedAt) is not { } snapshot ? null : PullFacts.None with
        {
            Snapshot = snapshot with
            {
                IsOpen = pull.ClosedAt is null && pull.State?.StringValue != "closed",
                IsDraft = pull.Draft,
                IsLocked = pull.Locked,
                Title = Bounded(pull.Title),
                Url = pull.HtmlUrl ?? "",
                HeadSha = pull.Head?.Sha ?? "",
                Labels = Names(pull.Labels),
                Reviewers = People(pull.RequestedReviewers),
                Teams = Teams(pull.RequestedTeams, repository),
            },
        };

    private static PullSnapshot? Snapshot(User? author, string? association, DateTimeOffset openedAt, DateTimeOffset updatedAt) =>
        RefusalRules.AsPerson(author) is { } person ? new(updatedAt, person, association ?? "", openedAt) : null;

    private static string Bounded(string? title) => title is null ? "" : title.Length <= MostTitle ? title : title[..MostTitle];

    private static IReadOnlyList<string> Names(IEnumerable<Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>().Take(MostNames) ?? []];

    private static IReadOnlyList<Account> People(IEnumerable<User>? users) => [.. users?.Select(RefusalRules.AsPerson).OfType<Account>().Take(MostNames) ?? []];

    // Teams are of the organization that the repository belongs to.
    private static IReadOnlyList<string> Teams(IEnumerable<RequestedTeam>? teams, RepositoryRef repository) =>
        [.. teams?.Select(team => team?.Slug).OfType<string>().Select(slug => $"{repository.Owner}/{slug}").Take(MostNames) ?? []];
}
