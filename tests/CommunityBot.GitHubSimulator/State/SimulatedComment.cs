using CommunityBot.GitHubSimulator.Answers;
using CommunityBot.GitHubSimulator.State;

namespace CommunityBot.GitHubSimulator;

/// <summary>A comment on an item, or on a line of what a pull request changes.</summary>
public sealed record SimulatedComment(long Id, SimulatedUser Author, string Body, DateTimeOffset CreatedAt)
{
    private readonly Roll<SimulatedReaction> _reactions = new();

    public string Body { get; set; } = Body;

    public DateTimeOffset UpdatedAt { get; set; } = CreatedAt;

    /// <summary>What its author is to the repository.</summary>
    public string Association { get; init; } = "NONE";

    /// <summary>How the id by which GraphQL knows it begins: <c>IC</c>, <c>DC</c> on a discussion, <c>PRRC</c> on a line.</summary>
    public string Kind { get; init; } = "IC";

    public string NodeId => Shapes.Node(Kind, Id);

    /// <summary>The file that it is about, if it is on a line.</summary>
    public string? Path { get; init; }

    /// <summary>Id of the comment with which its thread begins, if it is a reply on a line.</summary>
    public long? InReplyTo { get; init; }

    public IReadOnlyList<SimulatedReaction> Reactions => _reactions.All;

    /// <summary>Adds a reaction; false if the account has reacted like that before.</summary>
    public bool Add(SimulatedReaction reaction) => _reactions.Add(reaction, reaction.IsLike);
}
