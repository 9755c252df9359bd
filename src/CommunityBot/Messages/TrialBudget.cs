namespace CommunityBot.Messages;

/// <summary>What trying the messages of one file may cost, so that a file of nothing but the worst ones keeps nobody waiting.</summary>
public sealed class TrialBudget
{
    /// <summary>In characters: as much as thirty messages that do the most, or three hundred that go through all labels.</summary>
    private long _left = 20_000_000;

    /// <summary>Asks for the trial of one more message.</summary>
    /// <exception cref="TemplateException">The others have done too much.</exception>
    internal void Ask()
    {
        if (_left <= 0)
        {
            throw new TemplateException("The messages of this file do more together than messages need");
        }
    }

    /// <summary>Takes what a message did.</summary>
    internal void Spend(MessageContext context) => _left -= context.Work;
}
