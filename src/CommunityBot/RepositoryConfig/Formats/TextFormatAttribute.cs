namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>What a text in the config has to look like; on a list, each of its items.</summary>
/// <param name="expects">The format in the words of a problem.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TextFormatAttribute(string expects) : Attribute
{
    /// <summary>The format in the words of a problem.</summary>
    public string Expects { get; } = expects;

    /// <summary>A regular expression that means the same to JSON Schema and to .NET, if the format has one.</summary>
    public string? Pattern { get; protected init; }

    /// <summary>The only texts that are taken, if they are so few.</summary>
    public IReadOnlyList<string>? Allowed { get; protected init; }

    /// <summary>Checks what neither of the two can say.</summary>
    /// <exception cref="Messages.TemplateException">The text is a template that cannot be used.</exception>
    public virtual void Check(string text)
    {
    }

    /// <summary>What a text that is taken probably should have been, in words that follow the text; null if it is as it should be.</summary>
    public virtual string? Doubt(string text) => null;
}
