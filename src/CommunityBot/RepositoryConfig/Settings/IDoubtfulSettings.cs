namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Settings that may each be valid and make no sense together.</summary>
internal interface IDoubtfulSettings
{
    /// <summary>The key that makes no sense beside the others, and what of it does not; null if all does.</summary>
    (string Key, string What)? Doubt();
}
