using CommunityBot.Messages;

namespace CommunityBot.Features.Nudges;

/// <summary>Whom a pull request waits for.</summary>
/// <param name="Holder">Who owes the next move.</param>
/// <param name="Moment">What they are reminded by; null if nobody is.</param>
/// <param name="Since">Since when nobody did anything.</param>
public sealed record Ball(BallHolder Holder, Moment? Moment, DateTimeOffset Since)
{
    /// <summary>Nobody has it.</summary>
    public static readonly Ball Nobodys = new(BallHolder.Nobody, Moment: null, default);

    /// <summary>What tells this wait from the next: a cycle ends when anybody whom it concerns does something.</summary>
    public long Cycle => Since.ToUnixTimeSeconds();
}

/// <summary>Who owes the next move.</summary>
public enum BallHolder
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>Whoever reviews.</summary>
    Reviewer,

    /// <summary>The author.</summary>
    Author,

    /// <summary>Whoever merges.</summary>
    Merger,
}
