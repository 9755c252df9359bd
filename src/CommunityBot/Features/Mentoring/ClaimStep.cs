namespace CommunityBot.Features.Mentoring;

/// <summary>What becomes of a claim that is looked at.</summary>
public enum ClaimStep
{
    /// <summary>It goes on, and is looked at again when it is due by the config of now.</summary>
    Wait,

    /// <summary>It is over, and there is nothing to say.</summary>
    End,

    /// <summary>There is a reason for the silence: the waits begin anew.</summary>
    StartAnew,

    /// <summary>Whoever claimed it is asked how it is going.</summary>
    Remind,

    /// <summary>It is taken back.</summary>
    Release,
}
