using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.Features.Nudges;

/// <summary>Reminds, kindly, whoever a pull request waits for. Nothing is ever closed.</summary>
public sealed record NudgesSettings
{
    /// <summary>Whether anybody is reminded.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whose pull requests are looked after: <c>outsiders</c> or <c>everyone</c>.</summary>
    public NudgeAuthors Authors { get; init; } = NudgeAuthors.Outsiders;

    /// <summary>Nobody with write access has answered yet.</summary>
    public NudgeMomentSettings FirstResponse { get; init; } = new() { After = new(3, DurationUnit.Workdays) };

    /// <summary>The author has answered, and the reviewer has not looked again.</summary>
    public NudgeMomentSettings Review { get; init; } = new() { After = new(5, DurationUnit.Workdays) };

    /// <summary>The author was asked for something, or the checks fail.</summary>
    public NudgeMomentSettings Author { get; init; } = new() { After = new(10, DurationUnit.Workdays) };

    /// <summary>It is approved, and nobody has merged it.</summary>
    public NudgeMomentSettings Merge { get; init; } = new() { After = new(3, DurationUnit.Workdays) };

    /// <summary>Nudges on a pull request at most. Then it is handed over to <c>people.mergers</c>, once, and there is silence.</summary>
    [Range(1, 100)]
    public int MaxPerPullRequest { get; init; } = 3;

    /// <summary>Nudges that one person gets in a week at most, over all repositories of the installation.</summary>
    [Range(1, 1000)]
    public int MaxPerPersonPerWeek { get; init; } = 5;

    /// <summary>Labels of pull requests that are left alone.</summary>
    /// <example>[on-hold, waiting-for-upstream]</example>
    [Label]
    [OneOrMany]
    public IReadOnlyList<string> ExemptLabels { get; init; } = ["on-hold", "blocked"];
}
