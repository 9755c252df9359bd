using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web.Comments;

/// <summary>A comment of the bot.</summary>
/// <param name="Body">What it says, marker included.</param>
/// <param name="Repository">Where it stands: the address of the repository.</param>
/// <param name="Place">Where it stands, as people write it: <c>octo/hello#1</c>; null where that is seen beside it.</param>
/// <param name="Moment">The moment's kind.</param>
/// <param name="MostCost">What laying it out may cost.</param>
public sealed record CommentView(string Body, Uri Repository, string? Place, string Moment, int MostCost = CommentHtml.MostCost)
{
    /// <summary>What it says, as it is seen. It is made with the rest, while whoever makes it has their turn, and not when the page is written.</summary>
    public MarkupString Html { get; } = CommentHtml.Render(Body, Repository, MostCost);

    /// <summary>Title of a new discussion, or null for a comment.</summary>
    public string? Title { get; init; }

    /// <summary>The reaction that goes with it on what it answers, by GitHub's name, or null.</summary>
    public string? Reaction { get; init; }

    /// <summary>Labels that go with it on what it answers.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What else is to be known, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The hidden marker, if it is to be seen.</summary>
    public string? Marker { get; init; }
}
