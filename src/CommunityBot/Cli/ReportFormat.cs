namespace CommunityBot.Cli;

/// <summary>How problems are printed.</summary>
internal enum ReportFormat
{
    /// <summary>A line for each, as compilers print them.</summary>
    Human,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary><see href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</see>, for code scanning.</summary>
    Sarif,

    /// <summary><see href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</see>, which GitHub Actions shows beside the lines.</summary>
    Github,
}
