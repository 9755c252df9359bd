using CommunityBot.GitHub;

namespace CommunityBot.Web.Setup;

/// <summary>What the page shows to a browser that may not set up yet.</summary>
/// <param name="Problem">Why not, if it tried.</param>
public sealed record SetupDoorView(string? Problem);

/// <summary>What the page with the forms shows.</summary>
/// <param name="GitHubHost">The GitHub that is configured.</param>
/// <param name="IsGitHubSet">Whether that is the only one.</param>
/// <param name="Fields">The form for a new App, filled in, with what is wrong with it.</param>
/// <param name="Import">The form for an App that there is.</param>
public sealed record SetupStartView(string GitHubHost, bool IsGitHubSet, IReadOnlyDictionary<string, SetupForm.Field> Fields, SetupImport Import);

/// <summary>What the page shows that sends the manifest to GitHub.</summary>
/// <param name="Form">What was chosen.</param>
/// <param name="Fields">The form for a new App as it was filled in, to be changed.</param>
/// <param name="Action">Where the manifest is posted to.</param>
/// <param name="Manifest">The manifest, to be posted.</param>
/// <param name="Shown">The manifest, to be read.</param>
public sealed record SetupManifestView(SetupForm Form, IReadOnlyDictionary<string, SetupForm.Field> Fields, Uri Action, string Manifest, string Shown);

/// <summary>What the page shows at the end.</summary>
/// <param name="App">The App.</param>
/// <param name="Missing">What it lacks of what this service needs.</param>
/// <param name="InstallUrl">Where it is installed.</param>
/// <param name="File">Where its credentials are kept.</param>
/// <param name="Copy">The credentials as settings to copy, where they could not be kept; else empty.</param>
/// <param name="WhyNotKept">Why they could not be kept.</param>
public sealed record SetupDoneView(RegisteredApp App, IReadOnlyList<string> Missing, Uri InstallUrl, string File, IReadOnlyList<string> Copy, string? WhyNotKept);

/// <summary>What the page shows when it cannot go on.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Why">What it means and what to do, a paragraph each.</param>
/// <param name="IsOver">Whether there is nothing to set up, so that the way leads home.</param>
/// <param name="HasApp">Whether there may be an App meanwhile, so that a way leads to the form for it.</param>
public sealed record SetupProblemView(string Title, IReadOnlyList<string> Why, bool IsOver = false, bool HasApp = false);
