namespace CommunityBot.Messages;

/// <summary>An occasion on which the bot speaks once. Features register theirs as singletons.</summary>
/// <param name="kind">Its name, for example <c>welcome.first-issue</c>; it stands in the marker and never changes.</param>
/// <param name="resource">Name of the embedded resource with the default text.</param>
public sealed class Moment(string kind, string resource)
{
    /// <summary>What it is said on, by its name in templates.</summary>
    public string Subject => Kind.EndsWith("issue", StringComparison.Ordinal) ? "issue" : "pull_request";

    /// <summary>Its name.</summary>
    public string Kind { get; } = kind;

    /// <summary>The default text, a template.</summary>
    public string Template { get; } = Load(resource);

    private static string Load(string resource)
    {
        using var stream = typeof(Moment).Assembly.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"There is no embedded text {resource}.", nameof(resource));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
