using Microsoft.Playwright;

namespace CommunityBot.BrowserTests.Browsing;

/// <summary>What a visitor has set, and on what they look.</summary>
public sealed record Look
{
    /// <summary>All that pages have to look well with, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Look> All = new Dictionary<string, Look>
    {
        ["light"] = new(),
        ["dark"] = new() { Colors = ColorScheme.Dark },
        ["high contrast"] = new() { Contrast = Contrast.More },
        ["dark high contrast"] = new() { Colors = ColorScheme.Dark, Contrast = Contrast.More },
        ["forced colours"] = new() { Forced = ForcedColors.Active },
        ["dark forced colours"] = new() { Colors = ColorScheme.Dark, Forced = ForcedColors.Active },
        ["telephone"] = new() { Width = 320, Height = 640 },

        // Zoom leaves half as many CSS pixels, and changes nothing else about the layout.
        ["200 % zoom"] = new() { Width = 640, Height = 400 },
    };

    public ColorScheme Colors { get; init; } = ColorScheme.Light;

    public Contrast Contrast { get; init; } = Contrast.NoPreference;

    public ForcedColors Forced { get; init; } = ForcedColors.None;

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 800;

    public bool JavaScript { get; init; } = true;
}
