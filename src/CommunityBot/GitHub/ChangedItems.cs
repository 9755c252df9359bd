using System.Globalization;
using System.Text.Json;

namespace CommunityBot.GitHub;

/// <summary>What changed in a repository, in GitHub's own words. Calls fail as those of <see cref="IGitHubReader"/> do.</summary>
internal sealed class ChangedItems(GitHubConnections connections)
{
    /// <summary>Of so many items is a page; one with less is the last.</summary>
    public const int PageSize = 100;

    /// <summary>
    /// The issues and pull requests that changed at a moment or later, the longest unchanged first; at most a page of them. The next page is what changed since the last of this one: page numbers would
    /// skip an item when one of those before it changes meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<ChangedItem>> ReadAsync(RepositoryRef repository, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var moment = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var address = Addresses.Of(repository, $"issues?state=all&sort=updated&direction=asc&since={moment}&per_page={PageSize}");
        var (items, _) = await connections.For(repository.InstallationId).ReadAsync<JsonElement[]>(address, cancellationToken);
        return [.. items.Select(Changed)];
    }

    /// <summary>A pull request as payloads tell of it.</summary>
    public async Task<JsonElement> ReadPullRequestAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
    {
        var (pull, _) = await connections.For(repository.InstallationId).ReadAsync<JsonDocument>(Addresses.Of(repository, $"pulls/{number}"), cancellationToken);
        using (pull)
        {
            return pull.RootElement.Clone();
        }
    }

    private static ChangedItem Changed(JsonElement body)
    {
        var answer = body.Deserialize(AnswerContext.Default.IssueAnswer)!;
        return new(answer.UpdatedAt, answer.User is { Type: "User" } user ? new(user.Id, user.Login) : null, answer.AsAuthored(), body);
    }
}
