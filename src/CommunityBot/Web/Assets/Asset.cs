namespace CommunityBot.Web.Assets;

/// <summary>A file that pages load.</summary>
/// <param name="Url">Where it is: its name there changes with its content, so browsers keep it for ever.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Content">Its content.</param>
public sealed record Asset(string Url, string ContentType, byte[] Content);
