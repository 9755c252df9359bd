using System.Text.Json.Serialization;

namespace CommunityBot.Outbox;

/// <summary>Something done at GitHub that is no word, and does no harm when it is done again. It is kept as JSON: the names here are stored and never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(AssignAct), "assign")]
[JsonDerivedType(typeof(UnassignAct), "unassign")]
[JsonDerivedType(typeof(RequestReviewAct), "request-review")]
[JsonDerivedType(typeof(CloseAct), "close")]
public abstract record Act
{
    /// <summary>What it does, in words that follow <c>would</c>.</summary>
    [JsonIgnore]
    public abstract string Words { get; }
}

/// <summary>Assigns somebody to an issue.</summary>
/// <param name="Login">Whom.</param>
public sealed record AssignAct(string Login) : Act
{
    /// <inheritdoc/>
    public override string Words => $"assign {Login}";
}

/// <summary>Takes somebody's assignment to an issue back.</summary>
/// <param name="Login">Whose.</param>
public sealed record UnassignAct(string Login) : Act
{
    /// <inheritdoc/>
    public override string Words => $"take the assignment of {Login} back";
}

/// <summary>Asks somebody to review a pull request.</summary>
/// <param name="Login">Whom.</param>
public sealed record RequestReviewAct(string Login) : Act
{
    /// <inheritdoc/>
    public override string Words => $"ask {Login} for a review";
}

/// <summary>Closes an issue or a pull request.</summary>
/// <param name="Reason">Why, as GitHub calls it: <c>not_planned</c> or <c>completed</c>; null for a pull request.</param>
public sealed record CloseAct(string? Reason) : Act
{
    /// <inheritdoc/>
    public override string Words => "close it";
}
