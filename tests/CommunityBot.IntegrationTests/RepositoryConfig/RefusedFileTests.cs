using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.RepositoryConfig;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>Files that GitHub does not show, or not soon.</summary>
public sealed class RefusedFileTests : IAsyncLifetime
{
    private const string Path = ".github/community-bot.yml";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_GitHub_refuses_to_show_says_what_it_said_before()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        RefuseFiles();
        _scene.Time.Advance(TimeSpan.FromDays(2));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task It_is_asked_for_again_after_an_hour_and_not_before()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        RefuseFiles();
        _scene.Time.Advance(TimeSpan.FromDays(2));
        await _scene.DeliverAsync(_scene.OpenIssue("two"));
        var asked = Reads();
        await _scene.DeliverAsync(_scene.OpenIssue("three"));
        Assert.Equal(asked, Reads());
        _scene.GitHub.Faults.Clear();
        _scene.Repository.Files[Path] = "mode: on\n";
        _scene.Time.Advance(TimeSpan.FromHours(1));
        var issue = _scene.OpenIssue("four");

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Where_nothing_was_ever_shown_there_is_no_file()
    {
        RefuseFiles();
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_file_that_is_gone_says_nothing_any_more()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Repository.Files[Path] = null;
        _scene.Time.Advance(TimeSpan.FromDays(2));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Once_the_owner_lets_the_App_read_files_they_are_read()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        RefuseFiles();
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.Faults.Clear();
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.PermissionsAccepted(_scene.Installation));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Owners_do_not_wait_for_each_other()
    {
        var configs = _scene.Bot.Services.GetRequiredService<IConfigSource>();
        _scene.GitHub.Faults.Add(new(FaultKind.SlowBeforeTheEffect, (_, path) => path.StartsWith("/repos/octo/.github/", StringComparison.Ordinal)) { Delay = TimeSpan.FromMinutes(5) });
        using var given = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var slow = configs.OfAsync(RefTo(_scene.Repository), given.Token).AsTask();

        // Enough of them that two would be put together by chance if there were only so many places to wait in.
        foreach (var number in Enumerable.Range(0, 200))
        {
            var installation = _scene.GitHub.AddInstallation($"owner-{number}");
            var repository = _scene.GitHub.AddRepository(installation, $"owner-{number}", "hello");
            await configs.OfAsync(RefTo(repository), given.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(60), given.Token);
        }

        Assert.False(slow.IsCompleted);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    private void RefuseFiles() => _scene.GitHub.Faults.Add(
        new(FaultKind.Status, (_, path) => path.Contains("/contents/", StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });

    private int Reads() => _scene.GitHub.Requests.Count(request => request.Path.EndsWith($"/contents/{Path}", StringComparison.Ordinal));

    private static RepositoryRef RefTo(SimulatedRepository repository) => new(repository.Installation.Id, repository.Id, repository.Owner, repository.Name);
}
