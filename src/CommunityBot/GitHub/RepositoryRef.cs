namespace CommunityBot.GitHub;

/// <summary>A repository, and the installation through which it is reached.</summary>
/// <param name="InstallationId">Numeric id of the installation of the App.</param>
/// <param name="Id">Numeric id of the repository; it survives renames and transfers.</param>
/// <param name="Owner">Login of the owner at the time of asking.</param>
/// <param name="Name">Name at the time of asking.</param>
public sealed record RepositoryRef(long InstallationId, long Id, string Owner, string Name)
{
    /// <summary>The name with its owner, as GitHub writes it.</summary>
    public string FullName => $"{Owner}/{Name}";

    /// <summary>A repository by its name with its owner.</summary>
    public static RepositoryRef Of(long installationId, long id, string fullName)
    {
        var slash = fullName.IndexOf('/', StringComparison.Ordinal);
        return new(installationId, id, fullName[..slash], fullName[(slash + 1)..]);
    }
}
