using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator;

/// <summary>Accounts and teams.</summary>
public sealed partial class SimulatedGitHub
{
    public ConcurrentDictionary<long, SimulatedTeam> Teams { get; } = new();

    public SimulatedUser AddUser(string login, string type = "User", long? id = null) => _users.GetOrAdd(login, _ => new(id ?? NextId(), login, type));

    /// <summary>Gives a login to a new account, as when somebody renames or leaves and another takes the name.</summary>
    public SimulatedUser Recreate(string login) => _users[login] = new(NextId(), login, "User");

    /// <summary>Deletes an account. What it did stays, and is nobody's.</summary>
    public void Delete(SimulatedUser user)
    {
        user.Deleted = true;
        _users.TryRemove(user.Login, out _);
    }

    public SimulatedUser? FindUser(string login) => _users.GetValueOrDefault(login);

    /// <summary>Makes a team that may write to repositories.</summary>
    public SimulatedTeam AddTeam(SimulatedUser organization, string slug, params SimulatedRepository[] repositories)
    {
        var team = new SimulatedTeam(NextId(), organization, slug);
        foreach (var repository in repositories)
        {
            team.Roles[repository.Id] = "write";
        }

        return Teams[team.Id] = team;
    }

    public static void AddMember(SimulatedTeam team, SimulatedUser user) => team.Members[user.Id] = user;

    internal SimulatedUser? FindUser(long id) => _users.Values.FirstOrDefault(user => user.Id == id);

    internal SimulatedUser? FindUserByNode(string node) => _users.Values.FirstOrDefault(user => Shapes.Node("U", user.Id) == node);
}
