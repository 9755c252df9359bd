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
}
