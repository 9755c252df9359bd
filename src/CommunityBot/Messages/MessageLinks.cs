namespace CommunityBot.Messages;

/// <summary>Where a message can point to, each the absolute address of a page, or null where the project has none.</summary>
/// <param name="Contributing">How to contribute.</param>
/// <param name="CodeOfConduct">How people treat each other.</param>
/// <param name="Roadmap">Where the project is going.</param>
/// <param name="Chat">Where people talk.</param>
/// <param name="Ideas">Where ideas are gathered.</param>
public sealed record MessageLinks(string? Contributing = null, string? CodeOfConduct = null, string? Roadmap = null, string? Chat = null, string? Ideas = null)
{
    /// <summary>A project without any.</summary>
    public static readonly MessageLinks None = new();

    /// <summary>Whether nothing is missing of what can be found in a repository.</summary>
    public bool IsFound => this is { Contributing: not null, CodeOfConduct: not null, Roadmap: not null };

    /// <summary>With what is missing taken from somewhere else.</summary>
    public MessageLinks Or(MessageLinks other) => new(
        Contributing ?? other.Contributing, CodeOfConduct ?? other.CodeOfConduct, Roadmap ?? other.Roadmap, Chat ?? other.Chat, Ideas ?? other.Ideas);
}
