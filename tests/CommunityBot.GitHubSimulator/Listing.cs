namespace CommunityBot.GitHubSimulator;

/// <summary>The threads and checks of all repositories, as text to look at.</summary>
internal static class Listing
{
    /// <summary>Issues, pull requests and discussions.</summary>
    public static IEnumerable<SimulatedItem> Everything(SimulatedRepository repository) => repository.Items.Values.Concat(repository.Discussions.Values);

    public static string Of(SimulatedGitHub github) => string.Join('\n',
        from repository in github.Repositories.Values
        orderby repository.FullName
        from line in Everything(repository).OrderBy(item => item.Number).SelectMany(item => Thread(github, item)).Concat(repository.CheckRuns.SelectMany(run => Check(repository, run)))
        select line);

    private static IEnumerable<string> Thread(SimulatedGitHub github, SimulatedItem item) =>
    [
        $"{item.Repository.FullName}#{item.Number} {item.Title} (by {item.Author?.Login})",
        .. item.Labels.Count > 0 ? [$"  labels: {string.Join(", ", item.Labels)}"] : Array.Empty<string>(),
        .. item.Assignees.Count > 0 ? [$"  assigned to: {string.Join(", ", item.Assignees.Select(user => user.Login))}"] : Array.Empty<string>(),
        .. item.RequestedReviewers.Count > 0 ? [$"  to be reviewed by: {string.Join(", ", item.RequestedReviewers.Select(user => user.Login))}"] : Array.Empty<string>(),
        .. item.Author == github.Bot ? Quoted(item.Body) : [],
        .. item.Reactions.Select(reaction => $"  :{reaction.Content}: by {reaction.Author.Login}"),
        .. item.Comments.SelectMany(Comment),
        "",
    ];

    private static IEnumerable<string> Comment(SimulatedComment comment) =>
        [.. Quoted($"{comment.Author.Login}:\n{comment.Body}"), .. comment.Reactions.Select(reaction => $"  | :{reaction.Content}: by {reaction.Author.Login}")];

    private static IEnumerable<string> Check(SimulatedRepository repository, SimulatedCheckRun run) =>
    [
        $"{repository.FullName}@{run.HeadSha[..7]} {run.Name}: {run.Conclusion ?? run.Status}, {run.Title}",
        .. run.Annotations.Select(annotation => $"  {annotation.Path}:{annotation.StartLine}:{annotation.StartColumn ?? 1}: {annotation.Level}: {annotation.Message}"),
        .. Quoted(run.Summary ?? ""),
        "",
    ];

    private static IEnumerable<string> Quoted(string text) => text.Split('\n').Select(line => $"  | {line}");
}
