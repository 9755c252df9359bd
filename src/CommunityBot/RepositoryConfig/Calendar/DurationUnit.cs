namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>What a duration is counted in.</summary>
public enum DurationUnit
{
    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days of 24 hours, whatever the clocks are changed to meanwhile.</summary>
    Days,

    /// <summary>Seven days.</summary>
    Weeks,

    /// <summary>Days of the calendar on which people work.</summary>
    Workdays,
}
