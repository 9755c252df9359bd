using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using Microsoft.Extensions.Options;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Finds out who is newly named by a merged pull request in the files that say who looks after what.</summary>
public sealed class NewOwners(IGitHubReader github, IOptions<GitHubOptions> options)
{
    /// <summary>With more names at once a list is brought in or set right; to congratulate some of them only would slight the others.</summary>
    public const int MostPeople = 5;

    /// <summary>Files of a pull request that are looked at: one page, as many as <see cref="MergedChange"/> has.</summary>
    private const int FilesToLookAt = 100;

    /// <summary>With more of these files at once owners are moved around, and each file is a question or two to GitHub.</summary>
    private const int MostOwnerFiles = 10;

    /// <summary>Characters of a change at most; a few names are a few lines.</summary>
    private const int MostOfPatch = 100_000;

    /// <summary>The names, each with what they are from now on.</summary>
    /// <exception cref="GitHubRefusedException">GitHub does not tell.</exception>
    public async Task<IReadOnlyList<NewOwner>> OfAsync(DeliveryContext context, PullRequest pull, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        var changed = await github.ListChangedFilesAsync(repository, (int)pull.Number, cancellationToken)
            .Take(FilesToLookAt)
            .Where(file => (OwnerFiles.RoleOf(file.Path) ?? OwnerFiles.RoleOf(file.FormerPath)) is not null)
            .ToListAsync(cancellationToken);
        if (changed.Count > MostOwnerFiles)
        {
            return [];
        }

        // What is closed with a label came to the branch on a way of its own: only the pull request itself shows what it changes.
        var after = pull.MergedAt is not null && pull.MergeCommitSha is { } merge ? merge : pull.Head.Sha;
        var changes = await ListChangesAsync(repository, changed, after, cancellationToken);
        var known = new List<NamedOwner>();
        if (PromotionRules.NewOwners(changes, known).Count == 0)
        {
            return [];
        }

        foreach (var file in changed)
        {
            if (await ReadAsync(repository, file.FormerPath, pull.Base.Sha, cancellationToken) is not { } owners)
            {
                return [];
            }

            known.AddRange(owners);
        }

        if (PromotionRules.NewOwners(changes, known) is { Count: > 0 and <= MostPeople } candidates)
        {
            known.AddRange(await ListOthersAsync(repository, changed, pull.Base.Sha, cancellationToken));
            if (candidates.Any(candidate => candidate.Role == PromotionRole.Owners))
            {
                var aliases = await github.ReadFileAsync(repository, OwnerFiles.Aliases, after, etag: null, cancellationToken);
                known.AddRange(OwnersFile.AliasNames(aliases.Text ?? "").Select(name => new NamedOwner(name, IsFormer: false)));
            }

            return PromotionRules.NewOwners(changes, known);
        }

        return [];
    }

    // A file that is new, or has a new name, says who was there already.
    private async Task<IReadOnlyList<OwnerChange>> ListChangesAsync(
        RepositoryRef repository, IEnumerable<ChangedFile> changed, string after, CancellationToken cancellationToken)
    {
        var changes = new List<OwnerChange>();
        foreach (var file in changed)
        {
            if (file is { IsModified: true, Patch: { Length: <= MostOfPatch } patch } && OwnerFiles.RoleOf(file.Path) is { } role
                && await ReadAsync(repository, file.Path, after, cancellationToken) is { } owners)
            {
                changes.Add(new(role, owners, patch));
            }
        }

        return changes;
    }

    // Who was named before in a file that this did not touch is no newcomer to the project, either.
    private async Task<IReadOnlyList<NamedOwner>> ListOthersAsync(
        RepositoryRef repository, IReadOnlyList<ChangedFile> changed, string before, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        foreach (var folder in OwnerFiles.UsualFolders)
        {
            var names = await github.ListFolderAsync(repository, folder, cancellationToken);
            paths.AddRange(names.Select(name => folder.Length == 0 ? name : $"{folder}/{name}"));
        }

        var owners = new List<NamedOwner>();
        foreach (var path in paths.Where(path => OwnerFiles.RoleOf(path) is not null).Except(changed.Select(file => file.FormerPath)).Take(MostOwnerFiles))
        {
            owners.AddRange(await ReadAsync(repository, path, before, cancellationToken) ?? []);
        }

        return owners;
    }

    private async Task<IReadOnlyList<NamedOwner>?> ReadAsync(RepositoryRef repository, string path, string commit, CancellationToken cancellationToken) =>
        OwnerFiles.Read(path, (await github.ReadFileAsync(repository, path, commit, etag: null, cancellationToken)).Text, options.Value.ServerUrl.Authority);
}
