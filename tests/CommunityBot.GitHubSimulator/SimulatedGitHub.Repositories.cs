using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with repositories.</summary>
public sealed partial class SimulatedGitHub
{
    private readonly ConcurrentDictionary<string, long> _formerNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Renames a repository. Its old name leads to it until another takes that.</summary>
    public void Rename(SimulatedRepository repository, string name)
    {
        _formerNames[repository.FullName] = repository.Id;
        repository.Name = name;
    }

    /// <summary>Gives a repository to another account, where an installation may see it or not. Its old name leads to it until another takes that.</summary>
    public void Transfer(SimulatedRepository repository, string owner, Installation? installation = null)
    {
        _formerNames[repository.FullName] = repository.Id;
        repository.Owner = AddUser(owner).Login;
        repository.Installation = installation ?? NotInstalled(owner);
    }

    /// <summary>Forks a repository to an account where the App is not installed.</summary>
    public SimulatedRepository Fork(SimulatedRepository repository, SimulatedUser owner) => Add(
        new(NextId(), NotInstalled(owner.Login), repository.IsPrivate) { Owner = owner.Login, Name = repository.Name, Files = new(repository.Files), Parent = repository });

    /// <summary>The repository that once had a name, if no other has it now.</summary>
    internal SimulatedRepository? FindFormer(string owner, string name) =>
        _formerNames.TryGetValue($"{owner}/{name}", out var id) ? Repositories.GetValueOrDefault(id) : null;

    private SimulatedRepository Add(SimulatedRepository repository) => Repositories[repository.Id] = repository;

    /// <summary>An installation with an id that no token has.</summary>
    private Installation NotInstalled(string account) => new(0, AddUser(account), Time.GetUtcNow());
}
