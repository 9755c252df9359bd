using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks.Load;

/// <summary>Who opens the pull requests of a benchmark, and where.</summary>
/// <param name="Installations">Installations that the repositories are spread over.</param>
/// <param name="Repositories">Repositories that the pull requests are spread over.</param>
/// <param name="Newcomers">Whether each is opened by somebody new; else by a bot, about which there is nothing to say and nothing to ask.</param>
public sealed record Scene(int Installations, int Repositories, bool Newcomers)
{
    // Older than every pull request: what happened before an installation is none of the bot's business.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>Builds the scene at a GitHub where nothing is yet.</summary>
    public SimulatedRepository[] Build(SimulatedGitHub github)
    {
        var installedAt = github.Time.GetUtcNow() - Age;
        var installations = Enumerable.Range(0, Installations).Select(number => github.AddInstallation($"account-{number:x}", installedAt)).ToArray();
        return [.. Enumerable.Range(0, Repositories).Select(number =>
            AddRepository(github, installations[number % Installations], $"project-{number:x}"))];
    }

    /// <summary>Opens pull requests in turn in each repository.</summary>
    public SimulatedItem[] Open(SimulatedGitHub github, SimulatedRepository[] repositories, int count) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var repository = repositories[number % repositories.Length];
            return Newcomers
                ? github.OpenPullRequest(repository, github.AddUser($"newcomer-{Guid.NewGuid():n}"))
                : github.OpenPullRequest(repository, github.AddUser("updates[bot]", "Bot"));
        }),
    ];

    // As at GitHub, where each installation belongs to one account, and so do the repositories that it may see.
    private static SimulatedRepository AddRepository(SimulatedGitHub github, Installation installation, string name) =>
        github.AddRepository(installation, installation.Account.Login, name);
}
