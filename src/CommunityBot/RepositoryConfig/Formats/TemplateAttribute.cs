using CommunityBot.Messages;

namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>The text of a message, a template in the safe part of Liquid.</summary>
public sealed class TemplateAttribute : TextFormatAttribute
{
    /// <summary>Marks a template.</summary>
    public TemplateAttribute()
        : base("the text of a message") => Pattern = "[^\\u0000-\\u0020]";

    /// <inheritdoc/>
    public override void TryOut(string text, TrialBudget budget) => TemplateTrial.Run(text, budget);
}
