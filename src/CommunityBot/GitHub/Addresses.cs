namespace CommunityBot.GitHub;

/// <summary>Addresses below the root of the API.</summary>
internal static class Addresses
{
    /// <summary>The <see href="https://docs.github.com/rest/apps/apps#get-the-authenticated-app">App itself</see>.</summary>
    public static readonly Uri App = new("app", UriKind.Relative);

    /// <summary>An installation of the App.</summary>
    public static Uri Of(long installationId, string rest = "") => new($"app/installations/{installationId}{rest}", UriKind.Relative);

    /// <summary>An account.</summary>
    public static Uri OfUser(string login) => new($"users/{Uri.EscapeDataString(login)}", UriKind.Relative);

    /// <summary>The <see href="https://docs.github.com/rest/users/users#get-a-user-using-their-id">account with an id</see>.</summary>
    public static Uri OfUser(long id) => new($"user/{id}", UriKind.Relative);

    /// <summary>The repositories of the installation that asks.</summary>
    public static readonly Uri OwnRepositories = new("installation/repositories?per_page=100", UriKind.Relative);

    /// <summary>What stands below a team of an organization; <paramref name="rest"/> is escaped already.</summary>
    public static Uri OfTeam(string organization, string team, string rest)
        => new($"orgs/{Uri.EscapeDataString(organization)}/teams/{Uri.EscapeDataString(team)}/{rest}", UriKind.Relative);

    /// <summary>What stands below a repository; <paramref name="rest"/> is escaped already.</summary>
    public static Uri Of(RepositoryRef repository, string rest)
        => new($"repos/{Uri.EscapeDataString(repository.Owner)}/{Uri.EscapeDataString(repository.Name)}/{rest}", UriKind.Relative);
}
