namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What somebody with a say, who is not its author, said on a pull request.</summary>
/// <param name="Id">Numeric id of the account.</param>
/// <param name="Login">The login of when they last said something.</param>
/// <param name="SpokeAt">When that was.</param>
public sealed record Voice(long Id, string Login, DateTimeOffset SpokeAt)
{
    /// <summary>When they last asked the author for something in so many words, other than by a verdict.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When they last handed in a review that only comments. It asks for an answer as long as they have not approved: after that it is a remark.</summary>
    public DateTimeOffset? RemarkedAt { get; init; }

    /// <summary>Whether they reviewed it, and did not only comment.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Their verdict, if they gave one.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Whether they approved it.</summary>
    public bool Approves => Verdict?.Kind == VerdictKind.Approved;

    /// <summary>Whether they want changes.</summary>
    public bool WantsChanges => Verdict?.Kind == VerdictKind.ChangesRequested;

    /// <summary>When they last asked for something that an approval has not settled since.</summary>
    public DateTimeOffset? OpenQuestionAt =>
        WantsChanges ? Times.Later(Times.Later(AskedAt, RemarkedAt), Verdict!.At)
        : !Approves ? Times.Later(AskedAt, RemarkedAt)
        : AskedAt > Verdict!.At ? AskedAt
        : null;

    /// <summary>What two know of one person.</summary>
    public static Voice Merge(Voice one, Voice other)
    {
        var order = one.SpokeAt.CompareTo(other.SpokeAt);
        var later = order > 0 || (order == 0 && string.CompareOrdinal(one.Login, other.Login) >= 0) ? one : other;
        return later with
        {
            AskedAt = Times.Later(one.AskedAt, other.AskedAt),
            RemarkedAt = Times.Later(one.RemarkedAt, other.RemarkedAt),
            Reviewed = one.Reviewed || other.Reviewed,
            Verdict = one.Verdict is null ? other.Verdict : other.Verdict is null ? one.Verdict : Verdict.Later(one.Verdict, other.Verdict),
        };
    }
}
