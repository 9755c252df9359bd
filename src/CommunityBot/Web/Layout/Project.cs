namespace CommunityBot.Web.Layout;

/// <summary>This program, as pages name it.</summary>
public static class Project
{
    /// <summary>Where its source is.</summary>
    public const string Source = "https://github.com/community-bot/community-bot";

    /// <summary>Its version.</summary>
    public static string Version { get; } = typeof(Project).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>Where a page of its documentation is.</summary>
    /// <param name="page">Name of a file in <c>docs</c>, without its ending.</param>
    public static string Docs(string page) => $"{Source}/blob/main/docs/{page}.md";
}
