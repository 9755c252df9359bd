using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>Issues that somebody could go on with.</summary>
public sealed partial class GoodFirstIssues(IGitHubReader github, ILogger<GoodFirstIssues> logger)
{
    /// <summary>More would be a list to choose from rather than a next step.</summary>
    public const int Most = 3;

    /// <summary>Labels that are asked for, each with a request; projects have one or two.</summary>
    private const int MostLabels = 3;

    /// <summary>Open issues that nobody works on: those that have most in common with what the person did before, then the newest.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="labels">The labels of what the person did before.</param>
    /// <param name="done">Issues that the person has just fixed; GitHub may not have closed them yet.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<IReadOnlyList<MessageItem>> ForAsync(DeliveryContext context, IReadOnlyList<string> labels, IReadOnlyList<int> done, CancellationToken cancellationToken)
    {
        try
        {
            var open = new List<OpenIssue>();
            foreach (var label in (await context.ConfigAsync(cancellationToken)).Get<GoodFirstIssueSettings>().Labels.Take(MostLabels))
            {
                open.AddRange(await github.ListUnassignedAsync(context.Repository, label, cancellationToken));
            }

            return
            [
                .. open.DistinctBy(issue => issue.Number).Where(issue => !done.Contains(issue.Number)).OrderByDescending(issue => issue.Labels.Intersect(labels, StringComparer.OrdinalIgnoreCase).Count()).Take(Most)
                    .Select(issue => new MessageItem("issue", issue.Number, issue.Title, issue.Url, issue.Labels)),
            ];
        }
        catch (GitHubRefusedException refusal)
        {
            LogNone(refusal.Message);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing to go on with is named, since GitHub does not tell the issues: {Reason}")]
    private partial void LogNone(string reason);
}
