namespace CommunityBot.Features.Thanks;

/// <summary>Thanks people for what they did.</summary>
public sealed record ThanksSettings
{
    /// <summary>Whether anybody is thanked.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether insiders are thanked, too.</summary>
    public bool Insiders { get; init; }

    /// <summary>An answer to somebody else's question in a discussion.</summary>
    public AnswerSettings Answer { get; init; } = new();
}
