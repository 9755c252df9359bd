namespace CommunityBot.Benchmarks;

/// <summary>What can be set on the command line, as <c>--Rounds 3</c>.</summary>
public sealed class BenchmarkSettings
{
    /// <summary>Interleaved rounds of which medians are printed.</summary>
    public int Rounds { get; set; } = 5;

    /// <summary>Length of one round of load.</summary>
    public int Seconds { get; set; } = 4;

    /// <summary>Load before the first round, for each server: tiered compilation needs a few seconds to come to rest.</summary>
    public int WarmUpSeconds { get; set; } = 6;

    /// <summary>Rounds of the end-to-end benchmark that are not counted: the just-in-time compiler takes two fifths of the processor time of the first ones.</summary>
    public int WarmUpRounds { get; set; } = 8;

    /// <summary>Deliveries a second in the rounds of fixed rate.</summary>
    public int Rate { get; set; } = 2_000;

    /// <summary>Connections kept alive.</summary>
    public int Connections { get; set; } = 64;

    /// <summary>Pull requests opened in a round of the end-to-end benchmark.</summary>
    public int PullRequests { get; set; } = 2_000;

    /// <summary>Repositories over which the end-to-end benchmark spreads them.</summary>
    public int Repositories { get; set; } = 100;

    /// <summary>Installations over which it spreads the repositories.</summary>
    public int Installations { get; set; } = 50;

    /// <summary>Where databases are put. Durability costs what this file system costs: not tmpfs.</summary>
    public string Data { get; set; } = Path.GetTempPath();

    /// <summary>Directory of a service published before; published anew where absent.</summary>
    public string? Service { get; set; }
}
