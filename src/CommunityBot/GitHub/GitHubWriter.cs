using System.Globalization;
using System.Net;
using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.GitHub;

/// <summary>Posts what is in the outbox to GitHub.</summary>
internal sealed class GitHubWriter(GitHubConnections connections, Discussions discussions, NewDiscussions newDiscussions, IOptions<GitHubOptions> options) : IGitHubWriter
{
    /// <inheritdoc />
    public bool Writes => true;

    /// <inheritdoc />
    public Task<string?> FindOwnCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => FindOwnAsync(repository, $"issues/{number}/comments", marker, since, cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindOwnLineCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => FindOwnAsync(repository, $"pulls/{number}/comments", marker, since, cancellationToken);

    /// <inheritdoc />
    public async Task<string> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancellationToken)
    {
        var comment = await connections.For(repository.InstallationId).SendAsync<CommentAnswer>(
            Addresses.Of(repository, $"issues/{number}/comments"), new CommentRequest(body), cancellationToken);
        return comment.HtmlUrl;
    }

    /// <inheritdoc />
    public async Task<string> ReplyOnLineAsync(RepositoryRef repository, int number, long commentId, string body, CancellationToken cancellationToken)
    {
        var comment = await connections.For(repository.InstallationId).SendAsync<CommentAnswer>(
            Addresses.Of(repository, $"pulls/{number}/comments/{commentId}/replies"), new CommentRequest(body), cancellationToken);
        return comment.HtmlUrl;
    }

    /// <inheritdoc />
    public Task ReactAsync(RepositoryRef repository, int number, string content, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).SendAsync<ReactionAnswer>(
            Addresses.Of(repository, $"issues/{number}/reactions"), new ReactionRequest(content), cancellationToken);

    /// <inheritdoc />
    public Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).SendAsync<LabelAnswer[]>(
            Addresses.Of(repository, $"issues/{number}/labels"), new LabelsRequest(labels), cancellationToken);

    /// <inheritdoc />
    public async Task AssignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken)
    {
        var answer = await connections.For(repository.InstallationId).SendAsync<AssigneesAnswer>(
            Addresses.Of(repository, $"issues/{number}/assignees"), new AssigneesRequest([login]), cancellationToken);
        // GitHub leaves out whom it cannot assign, and says nothing of it.
        if (answer.Assignees?.Any(assignee => assignee.Login.Equals(login, StringComparison.OrdinalIgnoreCase)) is not true)
        {
            throw new GitHubRefusedException(HttpStatusCode.UnprocessableEntity, $"{login} cannot be assigned");
        }
    }

    /// <inheritdoc />
    public Task UnassignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).TakeAsync<AssigneesAnswer>(
            Addresses.Of(repository, $"issues/{number}/assignees"), new AssigneesRequest([login]), cancellationToken);

    /// <inheritdoc />
    public Task RequestReviewAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).SendAsync<NumberAnswer>(
            Addresses.Of(repository, $"pulls/{number}/requested_reviewers"), new ReviewersRequest([login]), cancellationToken);

    /// <inheritdoc />
    public Task CloseAsync(RepositoryRef repository, int number, string? reason, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).ChangeAsync<NumberAnswer>(
            Addresses.Of(repository, $"issues/{number}"), new CloseRequest(reason), cancellationToken);

    /// <inheritdoc />
    public Task DeleteCommentAsync(RepositoryRef repository, long commentId, CancellationToken cancellationToken)
        => connections.For(repository.InstallationId).DeleteAsync(Addresses.Of(repository, $"issues/comments/{commentId}"), cancellationToken);

    /// <inheritdoc />
    public Task ReactToCommentAsync(RepositoryRef repository, CommentPlace place, string content, CancellationToken cancellationToken) => place.Kind switch
    {
        CommentKind.Discussion => discussions.ReactAsync(repository, place.NodeId, content, cancellationToken),
        var kind => connections.For(repository.InstallationId).SendAsync<ReactionAnswer>(
            Addresses.Of(repository, $"{(kind == CommentKind.Review ? "pulls" : "issues")}/comments/{place.Id}/reactions"), new ReactionRequest(content), cancellationToken),
    };

    /// <inheritdoc />
    public async Task<string?> FindOwnCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken)
    {
        var address = Addresses.Of(repository, $"commits/{run.HeadSha}/check-runs?check_name={Uri.EscapeDataString(run.Name)}&per_page=100");
        var (answer, _) = await connections.For(repository.InstallationId).ReadAsync<CheckRunsAnswer>(address, cancellationToken);
        return Array.Find(answer.CheckRuns, found => found.App?.Id == options.Value.AppId)?.HtmlUrl;
    }

    /// <inheritdoc />
    public Task<string?> FindOwnDiscussionAsync(RepositoryRef repository, string category, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => newDiscussions.FindOwnAsync(repository, category, marker, since, cancellationToken);

    /// <inheritdoc />
    public Task<string> CreateDiscussionAsync(RepositoryRef repository, string category, string title, string body, CancellationToken cancellationToken)
        => newDiscussions.CreateAsync(repository, category, title, body, cancellationToken);

    /// <inheritdoc />
    public async Task<string> CreateCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken)
    {
        var answer = await connections.For(repository.InstallationId).SendAsync<CheckRunAnswer>(
            Addresses.Of(repository, "check-runs"), CheckRunRequest.Of(run), cancellationToken);
        return answer.HtmlUrl;
    }

    /// <inheritdoc />
    public Task<string?> FindOwnDiscussionCommentAsync(
        RepositoryRef repository, string discussionId, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => discussions.FindOwnCommentAsync(repository, discussionId, marker, since, cancellationToken);

    /// <inheritdoc />
    public Task<string> CommentOnDiscussionAsync(RepositoryRef repository, string discussionId, string body, CancellationToken cancellationToken)
        => discussions.CommentAsync(repository, discussionId, body, cancellationToken);

    /// <inheritdoc />
    public Task ReactToDiscussionAsync(RepositoryRef repository, string discussionId, string content, CancellationToken cancellationToken)
        => discussions.ReactAsync(repository, discussionId, content, cancellationToken);

    /// <inheritdoc />
    public Task AddDiscussionLabelsAsync(RepositoryRef repository, string discussionId, IReadOnlyList<string> labels, CancellationToken cancellationToken)
        => discussions.AddLabelsAsync(repository, discussionId, labels, cancellationToken);

    private async Task<string?> FindOwnAsync(RepositoryRef repository, string list, string marker, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var connection = connections.For(repository.InstallationId);
        var from = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var page = Addresses.Of(repository, $"{list}?since={from}&per_page=100");
        while (page is not null)
        {
            (var comments, page) = await connection.ReadAsync<CommentAnswer[]>(page, cancellationToken);
            // Anybody can write a marker; only a bot's word counts.
            if (Array.Find(comments, comment => IsBot(comment.User) && Marked.EndsWith(comment.Body, marker)) is { } own)
            {
                return own.HtmlUrl;
            }
        }

        return null;
    }

    private static bool IsBot(AccountAnswer? account) =>
        account is not null && (account.Type == "Bot" || account.Login.EndsWith("[bot]", StringComparison.Ordinal));
}
