using System.ComponentModel.DataAnnotations;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>What CommunityBot says in a repository, to whom and when. Every key is optional.</summary>
public sealed record GeneralSettings
{
    /// <summary>The version of this format.</summary>
    [Range(1, 1)]
    public int Version { get; init; } = 1;

    /// <summary>The language of the built-in texts.</summary>
    [Language]
    public string Language { get; init; } = Languages.Default;

    /// <summary><c>on</c>; <c>observe</c>: everything is decided, recorded and shown, and nothing posted; or <c>off</c>.</summary>
    public BotMode Mode { get; init; } = BotMode.On;
}
