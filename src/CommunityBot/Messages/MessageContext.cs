using Fluid;

namespace CommunityBot.Messages;

/// <summary>What one message is made in. It counts the work that Fluid's steps leave out: what filters make, and walking through lists.</summary>
internal sealed class MessageContext(TemplateOptions options) : TemplateContext(options)
{
    /// <summary>Characters that filters make, or as much work: ten times the longest message, a few milliseconds and megabytes.</summary>
    private const int MostWork = 600_000;

    /// <summary>A turn of a loop at most, in characters: sixty decisions.</summary>
    private const int TurnCost = 300;

    private int _work;

    private int _turns;

    /// <summary>What was done, in characters. What a turn of a loop decides is not counted while it is printed, so each is taken to decide as much as a template may.</summary>
    public long Work => _work + ((long)_turns * TurnCost);

    /// <summary>Counts a walk through a list.</summary>
    /// <exception cref="TemplateException">It was too much.</exception>
    public static void Walk(TemplateContext context, int items)
    {
        Charge(context, items);
        if (context is MessageContext message)
        {
            message._turns += items;
        }
    }

    /// <summary>Counts work.</summary>
    /// <exception cref="TemplateException">It was too much.</exception>
    public static void Charge(TemplateContext context, int work)
    {
        if (context is MessageContext message && (message._work += work) > MostWork)
        {
            throw new TemplateException("The filters and loops of the message do more than a message needs");
        }
    }
}
