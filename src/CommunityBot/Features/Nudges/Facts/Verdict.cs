namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What a review decided.</summary>
/// <param name="At">When it was handed in.</param>
/// <param name="Kind">What.</param>
public sealed record Verdict(DateTimeOffset At, VerdictKind Kind)
{
    /// <summary>The one that is in force of two of one person: the later one, and of one review its dismissal.</summary>
    public static Verdict Later(Verdict one, Verdict other) => (one.At, one.Kind).CompareTo((other.At, other.Kind)) >= 0 ? one : other;
}

/// <summary>What a review can decide; in the order in which one and the same comes to be the next.</summary>
public enum VerdictKind
{
    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Changes are asked for.</summary>
    ChangesRequested,

    /// <summary>It does not count any more.</summary>
    Dismissed,
}
