namespace CommunityBot.GitHub;

/// <summary>An issue that somebody could take.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Labels">Names of its labels.</param>
public sealed record OpenIssue(int Number, string Title, string Url, IReadOnlyList<string> Labels);
