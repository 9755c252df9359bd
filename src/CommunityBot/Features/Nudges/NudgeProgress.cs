using CommunityBot.Outbox;

namespace CommunityBot.Features.Nudges;

/// <summary>How far nudging has come on a pull request.</summary>
public sealed record NudgeProgress
{
    /// <summary>Nothing was said yet.</summary>
    public static readonly NudgeProgress None = new();

    /// <summary>Nudges so far.</summary>
    public int Nudges { get; init; }

    /// <summary>Whether the author was told that somebody looks after it.</summary>
    public bool ToldAuthor { get; init; }

    /// <summary>The cycle of the latest: since when nothing had happened, in seconds since 1970.</summary>
    public long Cycle { get; init; }

    /// <summary>Nudges of that cycle.</summary>
    public int InCycle { get; init; }

    /// <summary>When the latest was written.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The latest, as the outbox knows it.</summary>
    public Said? Last { get; init; }

    /// <summary>Whom the latest was for, by their numeric ids.</summary>
    public IReadOnlyList<long> LastTo { get; init; } = [];

    /// <summary>How far it was before the latest, in case that is taken back; it does not remember what was before in turn.</summary>
    public NudgeProgress? Before { get; init; }

    /// <summary>How often the next one was put off, since those who it is for could not be spoken to.</summary>
    public int PutOff { get; init; }

    /// <summary>Until when there is none in the cycle: it is not its turn, or those who it is for could not be spoken to.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when somebody asked for silence, whatever happens meanwhile.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The cycle in which it was handed over, which is over with that; null if it was not.</summary>
    public long? HandedOverIn { get; init; }

    /// <summary>Whether there is none any more: all was said and it was handed over, or there was nobody to hand it over to.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether there is none any more in a cycle.</summary>
    public bool IsOverIn(long cycle) => IsOver || HandedOverIn == cycle;

    /// <summary>Nudges in a cycle so far.</summary>
    public int In(long cycle) => Cycle == cycle ? InCycle : 0;

    /// <summary>How often the next one of a cycle was put off.</summary>
    public int PutOffIn(long cycle) => Cycle == cycle ? PutOff : 0;

    /// <summary>Until when there is none in a cycle, as far as anything but silence that was asked for is concerned.</summary>
    public DateTimeOffset? NotBeforeIn(long cycle) => Cycle == cycle ? NotBefore : null;

    /// <summary>The next one of a cycle has to wait until a time.</summary>
    public NudgeProgress Wait(long cycle, DateTimeOffset until) => this with { Cycle = cycle, InCycle = In(cycle), PutOff = PutOffIn(cycle), NotBefore = until };

    /// <summary>The same, since those who it is for could not be spoken to.</summary>
    public NudgeProgress Later(long cycle, DateTimeOffset until) => Wait(cycle, until) with { PutOff = PutOffIn(cycle) + 1 };

    /// <summary>One more was written.</summary>
    public NudgeProgress Next(long cycle, DateTimeOffset at, Said said, IEnumerable<long> to) => this with
    {
        Nudges = Nudges + 1,
        Cycle = cycle,
        InCycle = In(cycle) + 1,
        PutOff = 0,
        NotBefore = null,
        LastAt = at,
        Last = said,
        LastTo = [.. to],
        Before = this with { Before = null },
    };

    /// <summary>The latest was taken back before anybody saw it.</summary>
    public NudgeProgress Unsaid() => (Before ?? None) with { SnoozedUntil = SnoozedUntil };
}
