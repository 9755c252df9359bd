namespace CommunityBot.Hosting;

/// <summary>How the bot works: the <c>Bot</c> section of the operator settings.</summary>
public sealed class BotOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Bot";

    /// <summary>When true everything runs and is recorded, and nothing is posted.</summary>
    public bool DryRun { get; set; }

    /// <summary>How the outside reaches this service, if it does.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How often due work is looked for. At least a second.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Deliveries handled at once. At least 1.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount * 4;

    /// <summary>
    /// <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's ceiling</see> for <see cref="ContentPerMinute"/>. Who allows more has an
    /// Enterprise Server with limits of its own, and what else GitHub.com asks for does not hold there.
    /// </summary>
    public const int DocumentedPerMinute = 80;

    /// <summary>
    /// Content-creating requests of one installation in any 60 consecutive seconds. At least 1; the default is
    /// <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's documented ceiling</see>.
    /// </summary>
    public int ContentPerMinute { get; set; } = DocumentedPerMinute;

    /// <summary>Content-creating requests of one installation in any 3,600 consecutive seconds. At least 1; see <see cref="ContentPerMinute"/>.</summary>
    public int ContentPerHour { get; set; } = 500;
}
