using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.GitHub;

public sealed class OfflineGitHubTests
{
    [Fact]
    public async Task Preview_needs_no_account_knows_nobody_and_posts_nothing()
    {
        await using var provider = new ServiceCollection().AddLogging().AddSingleton<Database>(new SqliteDatabase("Data Source=unused.db")).AddGitHub(preview: true, dryRun: false).BuildServiceProvider();
        var (reader, writer) = (provider.GetRequiredService<IGitHubReader>(), provider.GetRequiredService<IGitHubWriter>());
        var stop = TestContext.Current.CancellationToken;

        Assert.Empty((await reader.ReadAuthoredAsync(GitHubBed.Repository, "ann", page: null, stop)).Items);
        Assert.False(await reader.HasTriageAsync(GitHubBed.Repository, "ann", stop));
        Assert.Null(await reader.GetInstalledAtAsync(7, stop));
        Assert.Empty(await writer.CommentAsync(GitHubBed.Repository, 5, "hello", stop));
        Assert.Null(await writer.FindOwnCommentAsync(GitHubBed.Repository, 5, "hello", DateTimeOffset.MinValue, stop));
        await writer.ReactAsync(GitHubBed.Repository, 5, "heart", stop);
        Assert.Empty(await reader.ListDiscussionsAsync(GitHubBed.Repository, new("U_1", "R_1"), stop));
        Assert.True((await reader.ReadDiscussionStateAsync(GitHubBed.Repository, "D_1", stop)).IsOpen);
        Assert.Empty(await reader.ListDiscussionLabelsAsync(GitHubBed.Repository, "D_1", stop));
        Assert.Empty(await writer.CommentOnDiscussionAsync(GitHubBed.Repository, "D_1", "hello", stop));
        Assert.Null(await writer.FindOwnDiscussionCommentAsync(GitHubBed.Repository, "D_1", "hello", DateTimeOffset.MinValue, stop));
        await writer.ReactToDiscussionAsync(GitHubBed.Repository, "D_1", "heart", stop);
        await writer.AddDiscussionLabelsAsync(GitHubBed.Repository, "D_1", ["newcomer"], stop);
        Assert.Null(await reader.FindPersonAsync(GitHubBed.Repository, 8, stop));
        var ann = await reader.FindPersonAsync(GitHubBed.Repository, "ann", stop);
        Assert.Equal(("ann", true), (ann!.Login, ann.Id < 0));
        Assert.Equal(ann.Id, (await reader.FindPersonAsync(GitHubBed.Repository, "Ann", stop))!.Id);
        Assert.NotEqual(ann.Id, (await reader.FindPersonAsync(GitHubBed.Repository, "bob", stop))!.Id);
        Assert.Empty(await reader.ListReleasesAsync(GitHubBed.Repository, stop));
        Assert.Empty((await reader.ReadReleasedAsync(GitHubBed.Repository, "v1", "v2", stop)).Commits);
        Assert.NotNull(provider.GetRequiredService<InstallationPauses>());
    }

    [Fact]
    public async Task Dry_run_asks_and_posts_nothing()
    {
        await using var github = await StubGitHub.StartAsync();
        github.On("GET /app/installations/7", StubGitHub.Say(200, """{"created_at":"2026-01-03T00:00:00Z"}"""));
        await using var provider = new ServiceCollection().AddLogging().AddSingleton<Database>(new SqliteDatabase("Data Source=unused.db"))
            .Configure<GitHubOptions>(options => (options.AppId, options.PrivateKey, options.ApiUrl) = (42, GitHubBed.PrivateKey, github.Address))
            .AddGitHub(preview: false, dryRun: true)
            .BuildServiceProvider();
        var stop = TestContext.Current.CancellationToken;

        Assert.NotNull(await provider.GetRequiredService<IGitHubReader>().GetInstalledAtAsync(7, stop));
        Assert.Empty(await provider.GetRequiredService<IGitHubWriter>().CommentAsync(GitHubBed.Repository, 5, "hello", stop));

        Assert.Single(github.Requests);
    }
}
