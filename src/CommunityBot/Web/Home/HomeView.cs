using CommunityBot.Work;
using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web.Home;

/// <summary>What the home page shows.</summary>
/// <param name="IsPreview">Whether this is preview mode.</param>
/// <param name="IsDryRun">Whether nothing is posted on the operator's wish.</param>
/// <param name="GitHub">The host of the GitHub that is asked and answered.</param>
/// <param name="Parked">Deliveries that could not be handled.</param>
/// <param name="Said">What was said, the latest first.</param>
public sealed record HomeView(bool IsPreview, bool IsDryRun, string GitHub, int Parked, IReadOnlyList<SaidView> Said);

/// <summary>One comment on the home page.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Repository">Owner and name.</param>
/// <param name="Place">Where in it: the number of an issue or pull request, or the address of discussions.</param>
/// <param name="Title">Title of a new discussion, or null for a comment.</param>
/// <param name="Html">The comment, rendered.</param>
/// <param name="Reaction">The reaction that goes with it, or null.</param>
/// <param name="State">Where the message stands.</param>
/// <param name="Error">Why it was not said, if it was not.</param>
public sealed record SaidView(string Moment, string Repository, string Place, string? Title, MarkupString Html, string? Reaction, WorkState State, string? Error);
