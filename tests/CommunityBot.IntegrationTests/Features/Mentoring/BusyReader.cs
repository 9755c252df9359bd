using System.Reflection;
using CommunityBot.GitHub;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

/// <summary>Reads GitHub as another reader does, but something happens meanwhile where one issue is asked about.</summary>
public class BusyReader : DispatchProxy
{
    private IGitHubReader _reader = null!;

    private int _number;

    private Func<Task> _meanwhile = null!;

    internal static IGitHubReader On(int number, IGitHubReader reader, Func<Task> meanwhile)
    {
        var busy = Create<IGitHubReader, BusyReader>();
        var own = (BusyReader)(object)busy;
        (own._number, own._reader, own._meanwhile) = (number, reader, meanwhile);
        return busy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => args is [RepositoryRef repository, int asked, CancellationToken stop]
        && asked == _number && targetMethod!.Name == nameof(IGitHubReader.ReadIssueWorkAsync) ? ReadAsync(repository, stop) : targetMethod!.Invoke(_reader, args);

    private async Task<IssueWork> ReadAsync(RepositoryRef repository, CancellationToken stop)
    {
        var work = await _reader.ReadIssueWorkAsync(repository, _number, stop);
        await _meanwhile();
        return work;
    }
}
