using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig;

/// <summary>Where a file is. Names of repositories and owners change hands, so it is known by ids.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="Repository">The repository as GitHub is asked for it.</param>
/// <param name="Path">The file.</param>
public sealed record FilePlace(string Key, RepositoryRef Repository, string Path)
{
    /// <summary>A file of a repository.</summary>
    public static FilePlace Own(RepositoryRef repository, string path) => new($"repository-{repository.Id}", repository, path);

    /// <summary>A file of the <c>.github</c> repository of a repository's owner. Its id is not known, but that of the installation is, and each belongs to one account.</summary>
    public static FilePlace Owners(RepositoryRef repository, string path) =>
        new($"owner-{repository.InstallationId}", repository with { Id = 0, Name = RepositoryConfigs.OwnerRepository }, path);
}
