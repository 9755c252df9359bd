using System.Text.Json.Serialization;
using CommunityBot.GitHub;
using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>What a message does at GitHub. It is kept as JSON: the names here are stored and never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(CommentEffect), "comment")]
[JsonDerivedType(typeof(DiscussionCommentEffect), "discussion-comment")]
[JsonDerivedType(typeof(DiscussionEffect), "discussion")]
[JsonDerivedType(typeof(CheckRunEffect), "check-run")]
[JsonDerivedType(typeof(TogetherEffect), "together")]
[JsonDerivedType(typeof(ActEffect), "act")]
[JsonDerivedType(typeof(ReactionEffect), "reaction")]
public abstract record Effect
{
    /// <summary>Whether it counts as content, for which <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub has ceilings</see>.</summary>
    [JsonIgnore]
    public abstract bool IsContent { get; }

    /// <summary>Whether somebody waits for it.</summary>
    [JsonIgnore]
    public virtual Rank Rank => Rank.Awaited;

    /// <summary>Requests that write which it takes at most.</summary>
    [JsonIgnore]
    public virtual int Writes => 1;

    /// <summary>What it does beside speaking, each in words that follow <c>would</c>.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Deeds => [];

    /// <summary>Where it is done, for a log.</summary>
    public abstract string PlaceIn(RepositoryRef repository);

    /// <summary>The conversation that it adds to, by numeric ids; null if it adds to none.</summary>
    public virtual string? ThreadIn(RepositoryRef repository) => null;
}
