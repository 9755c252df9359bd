namespace CommunityBot.Messages;

/// <summary>What trying the messages of one file may cost, so that a file of nothing but the worst ones keeps nobody waiting.</summary>
public sealed class TrialBudget
{
    /// <summary>In characters, a hundred of which take about a microsecond: as much as a hundred messages that go through all labels.</summary>
    private const long Most = 5_000_000;

    private long _left = Most;

    /// <summary>Asks for the trial of one more message.</summary>
    /// <exception cref="TemplateException">The others have done too much.</exception>
    internal void Ask()
    {
        if (_left <= 0)
        {
            throw new TemplateException("The messages of this file do more together than messages need, so this one is not used: go through fewer lists, or shorten the blocks of code");
        }
    }

    /// <summary>Takes what a message did, in characters.</summary>
    internal void Spend(long work) => _left -= work;
}
