using System.Reflection;
using CommunityBot.GitHub;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

/// <summary>Reads GitHub as another reader does, but fails in a way that nobody thought of where one issue is asked about.</summary>
public class BrokenReader : DispatchProxy
{
    private IGitHubReader _reader = null!;

    private int _number;

    internal static IGitHubReader On(int number, IGitHubReader reader)
    {
        var broken = Create<IGitHubReader, BrokenReader>();
        var own = (BrokenReader)(object)broken;
        (own._number, own._reader) = (number, reader);
        return broken;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [_, int asked, _] && asked == _number ? throw new InvalidOperationException("nobody thought of this") : targetMethod!.Invoke(_reader, args);
}
