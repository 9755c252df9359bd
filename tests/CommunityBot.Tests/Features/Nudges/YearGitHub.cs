using System.Reflection;
using CommunityBot.GitHub;

namespace CommunityBot.Tests.Features.Nudges;

/// <summary>A GitHub that knows a few people, and how checks went; of everything else it knows nothing.</summary>
public class YearGitHub : DispatchProxy
{
    private readonly OfflineGitHub _nothing = new();

    private IReadOnlyDictionary<string, Account> _people = new Dictionary<string, Account>();

    internal static IGitHubReader Knowing(IEnumerable<Account> people)
    {
        var github = Create<IGitHubReader, YearGitHub>();
        ((YearGitHub)(object)github)._people = people.ToDictionary(person => person.Login);
        return github;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args) switch
    {
        (nameof(IGitHubReader.FindPersonAsync), [_, string login, _]) => Task.FromResult(_people.GetValueOrDefault(login)),

        // Some fail, and some have never run.
        (nameof(IGitHubReader.ReadChecksAsync), [_, string sha, _]) =>
            Task.FromResult(new CommitChecks(sha.EndsWith('0'), AwaitApproval: sha.EndsWith('1'))),
        _ => targetMethod.Invoke(_nothing, args),
    };
}
