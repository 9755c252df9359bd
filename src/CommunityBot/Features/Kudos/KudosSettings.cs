namespace CommunityBot.Features.Kudos;

/// <summary>Lets people thank each other in comments, and puts talks, posts and demos on record.</summary>
public sealed record KudosSettings
{
    /// <summary>Whether there are the commands <c>/thanks</c> and <c>/shout-out</c>.</summary>
    public bool Enabled { get; init; } = true;
}
