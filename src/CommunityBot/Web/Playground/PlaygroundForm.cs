using Microsoft.AspNetCore.Mvc;

namespace CommunityBot.Web.Playground;

/// <summary>The form of the playground, as browsers send it.</summary>
public sealed class PlaygroundForm
{
    /// <summary>The config.</summary>
    [FromForm(Name = "config")]
    public string? Config { get; init; }

    /// <summary>The moment's kind.</summary>
    [FromForm(Name = "moment")]
    public string? Moment { get; init; }

    /// <summary>The language where the config names none.</summary>
    [FromForm(Name = "language")]
    public string? Language { get; init; }

    /// <summary>The repository, with its owner.</summary>
    [FromForm(Name = "repository")]
    public string? Repository { get; init; }

    /// <summary>How comments are looked at.</summary>
    [FromForm(Name = "look")]
    public string? Look { get; init; }

    /// <summary>What was written and chosen.</summary>
    internal PlaygroundInput Input => new(Config ?? "", Moment, Language, Repository, Look);
}
