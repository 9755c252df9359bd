namespace CommunityBot.GitHub;

/// <summary>A completed check run.</summary>
/// <param name="HeadSha">The commit it is about.</param>
/// <param name="Name">Name of the check.</param>
/// <param name="Conclusion">GitHub's word for how it went, for example <c>success</c>.</param>
/// <param name="Title">What came out, in a few words.</param>
/// <param name="Summary">What came out, in Markdown; at most 65,535 characters.</param>
/// <param name="Annotations">What is to be said of lines; at most <see cref="MostAnnotations"/>.</param>
public sealed record CheckRun(
    string HeadSha, string Name, string Conclusion, string Title, string Summary, IReadOnlyList<CheckAnnotation> Annotations)
{
    /// <summary>Annotations that <see href="https://docs.github.com/rest/checks/runs#create-a-check-run">GitHub takes in one request</see>.</summary>
    public const int MostAnnotations = 50;
}

/// <summary>A remark on a line of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Level">GitHub's word: <c>notice</c>, <c>warning</c> or <c>failure</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Message">What is to be said.</param>
public sealed record CheckAnnotation(string Path, int Line, int Column, string Level, string Title, string Message);
