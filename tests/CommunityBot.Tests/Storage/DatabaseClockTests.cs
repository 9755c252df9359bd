using CommunityBot.Hosting;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Storage;

public sealed class DatabaseClockTests
{
    [Theory]
    [InlineData(-55)]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task Time_is_the_databases_whatever_the_machine_shows(int off)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var before = TimeProvider.System.GetUtcNow();
        var machine = new FakeTimeProvider(before + TimeSpan.FromSeconds(off));
        var clock = new DatabaseClock(machine);

        await clock.LookAsync(temporary.Database);

        // The server is on this machine. An answer that takes two seconds may be wrong by one.
        Assert.InRange(clock.GetUtcNow(), before - TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1));
        var now = clock.GetUtcNow();
        machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(now + TimeSpan.FromMinutes(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task An_answer_that_took_long_changes_nothing()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var clock = new DatabaseClock(new SlowClock());

        Assert.False(await clock.LookAsync(temporary.Database));
        Assert.Equal(TimeSpan.Zero, clock.Ahead);
        await Assert.ThrowsAsync<StorageException>(() => clock.BeginAsync(temporary.Database));
    }

    [Fact]
    public async Task A_clock_that_is_set_meanwhile_changes_nothing()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var machine = new SetClock();
        var clock = new DatabaseClock(machine);
        await clock.LookAsync(temporary.Database);
        var before = clock.GetUtcNow();

        machine.Off = TimeSpan.FromMinutes(1);

        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromSeconds(59));
        Assert.InRange(clock.Ahead, TimeSpan.FromMinutes(-2), TimeSpan.FromSeconds(-1));
    }

    [Fact]
    public async Task A_machine_that_is_off_is_told_of_once()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var machine = new SetClock();
        using var log = new CapturedLog();
        using var loggers = new LoggerFactory([log]);
        using var watch = new ClockWatch(new DatabaseClock(machine), temporary.Database, loggers.CreateLogger<ClockWatch>());

        await watch.LookAsync();
        Assert.Empty(log.Lines);

        machine.Off = TimeSpan.FromHours(1);
        await watch.LookAsync();
        await watch.LookAsync();

        Assert.StartsWith("The clock of this machine is 3600 s ahead of the database's", Assert.Single(log.Lines).Text);
    }

    /// <summary>A machine whose clock somebody sets.</summary>
    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Off;
    }

    /// <summary>A machine on which everything takes long.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

        public override long GetTimestamp() => _now += 3;
    }
}
