using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHub;
using CommunityBot.Ledger;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>
/// Makes the deliveries that GitHub should have brought, of what it says when it is asked, and puts them into the inbox. Each has an id of its own, by which it is known when it is made once more.
/// </summary>
internal sealed class MissedDeliveries(Inbox inbox, ChangedItems changed)
{
    /// <summary>Stores the delivery that tells of a contribution; false if it was before.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="contribution">What the delivery tells of.</param>
    /// <param name="item">The issue or pull request.</param>
    /// <param name="cancellationToken">Ends the question for the pull request.</param>
    public async Task<bool> AddAsync(RepositoryRef repository, Contribution contribution, ChangedItem item, CancellationToken cancellationToken)
    {
        var number = (int)contribution.Subject;
        var isIssue = contribution.Type == ContributionType.IssueOpened;
        var webhook = isIssue ? WebhookEventType.Issues : WebhookEventType.PullRequest;
        string action = contribution.Type switch
        {
            ContributionType.IssueOpened => IssuesActionValue.Opened,
            ContributionType.PullRequestOpened => PullRequestActionValue.Opened,
            _ => PullRequestActionValue.Closed,
        };
        var body = isIssue ? item.Body : await changed.ReadPullRequestAsync(repository, number, cancellationToken);
        var payload = Payload(repository, action, isIssue ? "issue" : "pull_request", body);
        return await inbox.AddAsync(new($"state-{webhook}-{action}-{repository.Id}-{number}", webhook, action, repository.InstallationId, repository.Id), PayloadCodec.Compress(payload));
    }

    private static byte[] Payload(RepositoryRef repository, string action, string name, JsonElement body)
    {
        var item = JsonObject.Create(body)!;
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["action"] = action,
            ["number"] = item["number"]?.DeepClone(),
            [name] = item,
            ["repository"] = new JsonObject
            {
                ["id"] = repository.Id,
                ["name"] = repository.Name,
                ["full_name"] = repository.FullName,
                ["owner"] = new JsonObject { ["login"] = repository.Owner },
            },
            ["sender"] = (item["merged_by"] ?? item["user"])?.DeepClone(),
            ["installation"] = new JsonObject { ["id"] = repository.InstallationId },
        }.ToJsonString());
    }
}
