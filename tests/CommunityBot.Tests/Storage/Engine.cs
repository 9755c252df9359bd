namespace CommunityBot.Tests.Storage;

/// <summary>The databases that the bot runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
