using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>Follows changes of config files: those on the default branch take effect, and whoever makes one gets a check run.</summary>
public sealed partial class ConfigHandler(KnownFiles files, ConfigCheck check, People people, IGitHubReader github, ILogger<ConfigHandler> logger)
    : IWebhookHandler<PushEvent>, IWebhookHandler<RepositoryEditedEvent>, IWebhookHandler<InstallationNewPermissionsAcceptedEvent>,
      IWebhookHandler<PullRequestOpenedEvent>, IWebhookHandler<PullRequestSynchronizeEvent>, IWebhookHandler<PullRequestReopenedEvent>
{
    /// <summary>Commits that <see href="https://docs.github.com/webhooks/webhook-events-and-payloads#push">a push lists at most</see>.</summary>
    private const int MostCommits = 2_048;

    /// <summary>Files of a pull request that are looked at: one page. GitHub lists them by their paths, and few come before those in <c>.github</c>.</summary>
    private const int FilesToLookAt = 100;

    private static readonly string[] Paths = [RepositoryConfigs.Path, RepositoryConfigs.WelcomeBotPath];

    /// <inheritdoc/>
    public async Task HandleAsync(PushEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (webhook.Ref == $"refs/heads/{webhook.Repository?.DefaultBranch}")
        {
            Changed(context, Paths.Where(path => Touches(webhook, path)));
        }

        if (!webhook.Deleted && webhook.Ref.StartsWith("refs/heads/", StringComparison.Ordinal) && Names(webhook, RepositoryConfigs.Path))
        {
            await UnlessRefusedAsync(() => check.AddAsync(context, webhook.After, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryEditedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (webhook.Changes?.DefaultBranch is not null)
        {
            Changed(context, Paths);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationNewPermissionsAcceptedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        files.Granted(context, webhook.Installation.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => CheckAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestSynchronizeEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => CheckAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReopenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => CheckAsync(webhook, context, cancellationToken);

    private void Changed(DeliveryContext context, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            files.Pushed(context, FilePlace.Own(context.Repository, path));
            if (RepositoryConfigs.IsOwners(context.Repository))
            {
                files.Pushed(context, FilePlace.Owners(context.Repository, path));
            }
        }
    }

    // What a pull request changes is not in its payload. It is asked for where the author may be an insider: the config is theirs, and every other pull request costs no request.
    private async Task CheckAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        if (!await MayBeInsidersAsync(pull, context))
        {
            return;
        }

        await UnlessRefusedAsync(async () =>
        {
            var changed = github.ListChangedFilesAsync(context.Repository, (int)pull.Number, cancellationToken);
            if (await changed.Take(FilesToLookAt).AnyAsync(file => file.Path == RepositoryConfigs.Path, cancellationToken))
            {
                await check.AddAsync(context, pull.Head.Sha, cancellationToken);
            }
        });
    }

    // To GitHub, a private member who contributed before is a contributor.
    private async Task<bool> MayBeInsidersAsync(PullRequest pull, DeliveryContext context)
    {
        var association = pull.AuthorAssociation?.StringValue ?? "";
        return association == "CONTRIBUTOR"
            || People.IsProof(association)
            || (RefusalRules.AsPerson(pull.User) is { } author && (await people.FindAsync(context, author, association)).Insider == true);
    }

    // That the App may not look leaves the check out, and nothing else that the delivery leads to.
    private async Task UnlessRefusedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (GitHubRefusedException refusal)
        {
            LogNotChecked(refusal.Message);
        }
    }

    /// <summary>Whether a push may have changed a file: a forced one may have taken away what its commits do not name.</summary>
    internal static bool Touches(PushEvent push, string path) => push.Forced || push.Commits.Count >= MostCommits || Names(push, path);

    private static bool Names(PushEvent push, string path) =>
        push.Commits.Any(commit => Has(commit?.Added, path) || Has(commit?.Modified, path) || Has(commit?.Removed, path));

    private static bool Has(IEnumerable<string>? paths, string path) => paths?.Contains(path) == true;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the config was changed is not checked: {Reason}")]
    private partial void LogNotChecked(string reason);
}
