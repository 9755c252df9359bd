namespace CommunityBot.Benchmarks.Load;

/// <summary>Who opens the pull requests of a benchmark, and where.</summary>
/// <param name="Installations">Installations that the repositories are spread over.</param>
/// <param name="Repositories">Repositories that the pull requests are spread over.</param>
/// <param name="Newcomers">Whether each is opened by somebody new; else by the owner of the repository, about which there is nothing to say.</param>
public sealed record Scene(int Installations, int Repositories, bool Newcomers);
