namespace CommunityBot.Features.Nudges.Facts;

/// <summary>How much a pull request changed at a time; not every payload says so.</summary>
/// <param name="UpdatedAt">The time.</param>
/// <param name="Lines">Lines that it adds or takes away.</param>
/// <param name="Files">Files that it touches.</param>
public sealed record PullSize(DateTimeOffset UpdatedAt, int Lines, int Files)
{
    /// <summary>The later of two.</summary>
    public static PullSize Later(PullSize one, PullSize other) =>
        (one.UpdatedAt, one.Lines, one.Files).CompareTo((other.UpdatedAt, other.Lines, other.Files)) >= 0 ? one : other;
}
