namespace CommunityBot.GitHub;

/// <summary>How much it matters that requests are made now.</summary>
public enum RequestUrgency
{
    /// <summary>Nobody waits for what they are for.</summary>
    Unasked,

    /// <summary>Somebody waits: they may use what is kept in reserve.</summary>
    Awaited,

    /// <summary>They belong to something that has begun, and was paid for as a whole.</summary>
    Begun,
}
