namespace CommunityBot.RepositoryConfig;

/// <summary>A part of the config and the record that holds it. The record's initialisers are the defaults.</summary>
/// <param name="Path">Where it is, for example <c>welcome</c> or <c>nudges.calendar</c>; empty for keys at the top.</param>
/// <param name="Settings">The record.</param>
public sealed record ConfigSection(string Path, Type Settings);
