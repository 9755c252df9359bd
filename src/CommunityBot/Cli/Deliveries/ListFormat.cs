namespace CommunityBot.Cli.Deliveries;

/// <summary>How deliveries are printed.</summary>
internal enum ListFormat
{
    /// <summary>A table, or a line for each fact.</summary>
    Human,

    /// <summary>JSON, with the names that GitHub's own has.</summary>
    Json,
}
