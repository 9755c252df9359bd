using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Posting;

public sealed class PaceTests
{
    private const int PerMinute = 3;

    [Fact]
    public async Task What_is_said_through_one_installation_is_a_second_apart()
    {
        await using var scene = await Scene.StartAsync();

        var comments = await SayAsync(scene, 4);

        Assert.All(comments.Zip(comments.Skip(1)), pair => Assert.InRange(pair.Second.CreatedAt - pair.First.CreatedAt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task An_operator_who_allows_more_than_GitHub_does_gets_it()
    {
        await using var scene = await Scene.StartAsync("--Bot:ContentPerMinute", "81");

        var comments = await SayAsync(scene, 4);

        Assert.Single(comments.Select(comment => comment.CreatedAt).Distinct());
    }

    [Fact]
    public async Task What_is_not_posted_is_not_counted()
    {
        await using var scene = await Scene.StartAsync("--Bot:DryRun", "true", "--Bot:ContentPerMinute", "1");
        foreach (var login in (string[])["one", "another"])
        {
            await scene.DeliverAsync(scene.OpenIssue(login));
        }

        Assert.Equal(
            [(WorkState.Completed, null), (WorkState.Completed, null)],
            (await scene.Bot.OutboxAsync()).Select(message => (message.State, message.ContentAt)));
    }

    [Fact]
    public async Task A_question_that_fails_before_a_comment_is_not_counted()
    {
        await using var scene = await Scene.StartAsync();
        scene.Repository.Files[".github/community-bot.yml"] = "welcome: { after: 1 minute }\n";
        await scene.DeliverAsync(scene.OpenIssue("newcomer"));
        scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path.EndsWith("/issues/1", StringComparison.Ordinal)));

        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await scene.Bot.SettledAsync();

        var message = Assert.Single(await scene.Bot.OutboxAsync());
        Assert.Equal((WorkState.Available, 1, null), (message.State, message.Attempts, message.ContentAt));
    }

    [Fact]
    public async Task No_more_is_said_in_a_minute_than_the_operator_allows_also_after_a_restart()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = time });
        var installation = github.AddInstallation("octo", time.GetUtcNow().AddDays(-1));
        var repository = github.AddRepository(installation, "octo", "hello");
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        var items = Enumerable.Range(0, 10).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
        try
        {
            await using (var bot = await Bot.StartAsync(github, time, folder, "--Bot:ContentPerMinute", $"{PerMinute}"))
            {
                foreach (var item in items)
                {
                    await bot.DeliverAsync(github.Deliveries.Opened(item));
                }

                await bot.SettledAsync();
                Assert.Equal(PerMinute, items.Sum(item => item.Comments.Count));
            }

            await using (var bot = await Bot.StartAsync(github, time, folder, "--Bot:ContentPerMinute", $"{PerMinute}"))
            {
                for (var i = 0; i < 50; i++)
                {
                    await bot.SettledAsync();
                    time.Advance(TimeSpan.FromSeconds(5));
                }

                await bot.SettledAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var said = items.SelectMany(item => item.Comments).Select(comment => comment.CreatedAt).Order().ToList();
        Assert.Equal(10, said.Count);
        Assert.All(said, at => Assert.InRange(said.Count(other => other >= at && other < at.AddMinutes(1)), 1, PerMinute));
    }

    [Fact]
    public async Task In_one_conversation_only_so_much_is_said_and_the_rest_later()
    {
        await using var scene = await Scene.StartAsync();
        var (loop, other) = (scene.OpenIssue("newcomer"), scene.OpenIssue("another"));
        for (var i = 0; i < 12; i++)
        {
            await scene.CommentAsync(loop, $"person-{i}", "/help");
        }

        Assert.Equal(3, Replies(loop));
        await scene.CommentAsync(other, "somebody", "/help");
        Assert.Equal(1, Replies(other));

        await PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(6, Replies(loop));

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(10, Replies(loop));

        await PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(12, Replies(loop));

        int Replies(SimulatedItem issue) => scene.Said(issue, "commands.reply").Count;

        async Task PassAsync(TimeSpan time)
        {
            for (var passed = TimeSpan.Zero; passed <= time; passed += TimeSpan.FromMinutes(5))
            {
                scene.Time.Advance(TimeSpan.FromMinutes(5));
                await scene.Bot.SettledAsync();
            }
        }
    }

    private static async Task<IReadOnlyList<SimulatedComment>> SayAsync(Scene scene, int count)
    {
        var items = Enumerable.Range(0, count).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        await Task.WhenAll(items.Select(scene.SendAsync));
        await scene.Bot.SettledAsync();
        return [.. items.SelectMany(item => item.Comments).OrderBy(comment => comment.CreatedAt)];
    }
}
