using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.Inbox;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Schedule;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Features.Nudges;

/// <summary>What is needed of a scene to let days pass on a pull request.</summary>
internal static class NudgeScene
{
    public const string FirstResponse = "nudges.first-response";

    public const string Review = "nudges.review";

    public const string Author = "nudges.author";

    public const string Merge = "nudges.merge";

    public const string HandOver = "nudges.hand-over";

    /// <summary>Has an outsider open a pull request, which the bot is told of.</summary>
    public static async Task<SimulatedItem> OpenAsync(this Scene scene, string login = "author", bool draft = false)
    {
        var pull = scene.OpenPullRequest(login, draft: draft);
        await scene.DeliverAsync(pull);
        return pull;
    }

    /// <summary>Lets days pass, and looks each morning at what is due.</summary>
    public static async Task PassAsync(this Scene scene, int days)
    {
        for (var day = 0; day < days; day++)
        {
            scene.Time.Advance(TimeSpan.FromDays(1));
            await scene.Bot.SweepAsync();
        }
    }

    /// <summary>Has nothing posted until a time, as where GitHub asks to wait.</summary>
    public static Task HoldBackAsync(this Scene scene, DateTimeOffset until) => scene.Bot.Services.GetRequiredService<Outbox.Outbox>().Work.PauseAsync(scene.Installation.Id, until);

    /// <summary>Lets the clock go on to a time, and waits for what that leads to.</summary>
    public static Task GoOnAsync(this Scene scene, DateTimeOffset until)
    {
        scene.Time.SetUtcNow(until);
        return scene.Bot.SettledAsync();
    }

    /// <summary>What the bot said on a pull request about whose turn it is, and has not taken away.</summary>
    public static IReadOnlyList<string> Nudges(this Scene scene, SimulatedItem pull) =>
        [.. pull.Comments.Where(comment => comment.Author.Id == scene.GitHub.Bot.Id).Select(comment => comment.Body).Where(body => body.Contains("moment=nudges.", StringComparison.Ordinal))];

    /// <summary>Has something written as a delivery would.</summary>
    public static async Task WriteAsync(this Scene scene, Action<DeliveryContext> write)
    {
        var contexts = scene.Bot.Services.GetRequiredService<SweepContexts>();
        var context = contexts.Begin("test", new RepositoryRef(scene.Installation.Id, scene.Repository.Id, scene.Repository.Owner, scene.Repository.Name));
        write(context);
        await contexts.CommitAsync(context);
    }

    /// <summary>How many rows a table has.</summary>
    public static Task<long> CountAsync(this Scene scene, string table) =>
        scene.Bot.Services.GetRequiredService<Database>().ReadAsync(session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));

    /// <summary>When a pull request is looked at next; null if it is not.</summary>
    public static async Task<DateTimeOffset?> DueAsync(this Scene scene, SimulatedItem pull) =>
        await scene.Bot.Services.GetRequiredService<Database>().ReadAsync(session => session.ScalarAsync<long?>("SELECT due_at FROM pull_requests WHERE number = @0", pull.Number)) is { } due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : null;
}
