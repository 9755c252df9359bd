using CommunityBot.Hosting;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Hosting;

public sealed class DatabaseUseTests
{
    private static readonly OperatorSettings Preview = OperatorSettings.ForPreview("");

    private static readonly OperatorSettings Service = Preview with { IsPreview = false };

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_database_goes_from_previews_to_the_service_and_never_back(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var (preview, service) = (Use(temporary.Database, Preview), Use(temporary.Database, Service));

        await preview.TakeOverAsync();
        await preview.TakeOverAsync();
        Assert.False(await preview.IsServicesAsync());

        await service.TakeOverAsync();
        await service.TakeOverAsync();
        Assert.True(await preview.IsServicesAsync());
        await Assert.ThrowsAsync<StorageException>(preview.TakeOverAsync);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_a_preview_wrote_is_forgotten_and_what_a_service_wrote_is_not(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var (preview, service) = (Use(temporary.Database, Preview), Use(temporary.Database, Service));
        await preview.TakeOverAsync();
        await AddAsync(temporary.Database, "same");
        await temporary.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO web_keys (name, xml) VALUES ('key', '<key />')"));

        await service.TakeOverAsync();
        Assert.Equal(0, await CountAsync(temporary.Database, "deliveries"));
        Assert.Equal(1, await CountAsync(temporary.Database, "web_keys"));

        await AddAsync(temporary.Database, "same");
        await service.TakeOverAsync();
        Assert.Equal(1, await CountAsync(temporary.Database, "deliveries"));
    }

    [Fact]
    public async Task A_preview_beside_others_gives_way_when_one_of_them_has_got_credentials()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var (preview, time) = (Use(temporary.Database, Preview), new FakeTimeProvider());
        using var lifetime = new Lifetime();
        var swap = new HostSwap(lifetime);
        await preview.TakeOverAsync();
        using var watch = new PreviewWatch(preview, swap, time);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(swap.IsWanted);

        await Use(temporary.Database, Service).TakeOverAsync();
        while (!lifetime.Stopping.IsCancellationRequested)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.True(swap.IsWanted);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private static DatabaseUse Use(Database database, OperatorSettings settings) => new(database, settings, TimeProvider.System);

    private static Task<int> AddAsync(Database database, string id) => database.WriteAsync(session => session.ExecuteAsync(
        "INSERT INTO deliveries (delivery_id, event, installation_id, repository_id, lane, state, due_at, attempts, created_at) VALUES (@0, 'issues', 1, 1, 1, 0, 0, 0, 0)", id));

    private static Task<long> CountAsync(Database database, string table) => database.ReadAsync(session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken Stopping => _stopping.Token;

        CancellationToken IHostApplicationLifetime.ApplicationStarted => CancellationToken.None;

        CancellationToken IHostApplicationLifetime.ApplicationStopping => _stopping.Token;

        CancellationToken IHostApplicationLifetime.ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
