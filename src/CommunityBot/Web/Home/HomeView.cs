using CommunityBot.Web.Comments;

namespace CommunityBot.Web.Home;

/// <summary>What the home page shows.</summary>
/// <param name="IsPreview">Whether this is preview mode.</param>
/// <param name="IsDryRun">Whether nothing is posted on the operator's wish.</param>
/// <param name="GitHub">The host of the GitHub that is asked and answered.</param>
/// <param name="Parked">Deliveries that could not be handled.</param>
/// <param name="Said">What was said, the latest first.</param>
public sealed record HomeView(bool IsPreview, bool IsDryRun, string GitHub, int Parked, IReadOnlyList<CommentView> Said);
