namespace CommunityBot.Web.Playground;

/// <summary>What was written and chosen. Whatever stands for nothing that there is, stands for the default.</summary>
/// <param name="Config">The config; null for the one to begin with.</param>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Language">The language where the config names none.</param>
/// <param name="Repository">The repository that it is for, with its owner; empty for the example.</param>
/// <param name="Look">How comments are looked at: <c>light</c>, <c>dark</c>, or as the browser has it.</param>
public sealed record PlaygroundInput(string? Config, string? Moment, string? Language, string? Repository, string? Look);
