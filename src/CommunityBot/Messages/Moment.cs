namespace CommunityBot.Messages;

/// <summary>An occasion on which the bot speaks once. Features register theirs as singletons.</summary>
/// <param name="kind">Its name, for example <c>welcome.first-issue</c>; it stands in the marker and never changes.</param>
/// <param name="subject">What it is said on, by its name in templates: <c>issue</c>, <c>pull_request</c>, <c>discussion</c> or <c>release</c>.</param>
/// <param name="texts">What the names of the embedded resources with its texts begin with; a language and <c>.liquid</c> follow.</param>
public sealed class Moment(string kind, string subject, string texts)
{
    /// <summary>What it is said on, by its name in templates.</summary>
    public string Subject { get; } = subject;

    /// <summary>Its name.</summary>
    public string Kind { get; } = kind;

    /// <summary>
    /// The path of its settings in the config, which is its name but for the few that are called otherwise there; of one that has none (<see cref="HasMessage"/>), that of the section
    /// which it is switched on and off with, empty if that is none.
    /// </summary>
    public string Setting { get; init; } = kind;

    /// <summary>Whether the config has a message for it.</summary>
    public bool HasMessage { get; init; } = true;

    /// <summary>Whether it names a mentor, where the config has some.</summary>
    public bool HasMentor { get; init; }

    /// <summary>Whether it names the pull request that settled the item.</summary>
    public bool HasFix { get; init; }

    /// <summary>What the item is called that it is said on in its example.</summary>
    public required string SampleTitle { get; init; }

    /// <summary>What has happened there, in a few words.</summary>
    public required string SampleEvent { get; init; }

    /// <summary>How many its example speaks of.</summary>
    public int SampleCount { get; init; } = 1;

    /// <summary>What is done on the item beside in its example, in words that follow <c>would</c>; null if it is only spoken of.</summary>
    public string? SampleDeed { get; init; }

    /// <summary>The built-in text, a template.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    /// <exception cref="ArgumentException">There is no text in that language.</exception>
    public string Template(string language)
    {
        using var stream = typeof(Moment).Assembly.GetManifestResourceStream($"{texts}.{language}.liquid")
            ?? throw new ArgumentException($"There is no text of {Kind} in {language}.", nameof(language));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
