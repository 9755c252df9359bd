using CommunityBot.GitHub;
using CommunityBot.Web.Comments;

namespace CommunityBot.Web.Home;

/// <summary>What the home page shows.</summary>
/// <param name="Now">What time it is.</param>
/// <param name="Mode">What is done with what would be said.</param>
/// <param name="GitHub">The host of the GitHub that is asked and answered.</param>
/// <param name="Server">Its web root.</param>
/// <param name="App">What the App is called there in addresses, and where it is installed; null if that is not known.</param>
/// <param name="Contact">When GitHub was asked last, and whether it answered; null if it was not asked yet.</param>
/// <param name="Storage">Name of the database engine.</param>
/// <param name="Work">How the work stands; null if the database does not say.</param>
/// <param name="Said">What was said, the latest first.</param>
public sealed record HomeView(
    DateTimeOffset Now, HomeMode Mode, string GitHub, Uri Server, (string Slug, Uri InstallPage)? App, GitHubContact.Outcome? Contact, string Storage, WorkView? Work, IReadOnlyList<CommentView> Said);
