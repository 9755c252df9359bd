namespace CommunityBot.GitHub;

/// <summary>Addresses below the root of the API.</summary>
internal static class Addresses
{
    /// <summary>An installation of the App.</summary>
    public static Uri Of(long installationId, string rest = "") => new($"app/installations/{installationId}{rest}", UriKind.Relative);

    /// <summary>An account.</summary>
    public static Uri OfUser(string login) => new($"users/{Uri.EscapeDataString(login)}", UriKind.Relative);

    /// <summary>The <see href="https://docs.github.com/rest/users/users#get-a-user-using-their-id">account with an id</see>.</summary>
    public static Uri OfUser(long id) => new($"user/{id}", UriKind.Relative);

    /// <summary>What stands below a repository; <paramref name="rest"/> is escaped already.</summary>
    public static Uri Of(RepositoryRef repository, string rest)
        => new($"repos/{Uri.EscapeDataString(repository.Owner)}/{Uri.EscapeDataString(repository.Name)}/{rest}", UriKind.Relative);

    /// <summary>What stands below a repository, by its id if that is known: its name may be another's by now, and this is where GitHub sends those who ask by an old one.</summary>
    public static Uri ById(RepositoryRef repository, string rest)
        => repository.Id == 0 ? Of(repository, rest) : new($"repositories/{repository.Id}/{rest}", UriKind.Relative);
}
