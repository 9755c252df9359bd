using CommunityBot.Schedule;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Schedule;

public sealed class SweepLeaseTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Of_two_replicas_one_sweeps_until_nothing_is_heard_of_it()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        await using var other = await temporary.OpenAgainAsync();
        var (first, second) = (new SweepLease(temporary.Database, _time), new SweepLease(other, _time));

        Assert.True(await first.TakeAsync());
        Assert.False(await second.TakeAsync());

        _time.Advance(SweepLease.Length / 2);
        Assert.True(await first.TakeAsync());
        _time.Advance(SweepLease.Length / 2);
        Assert.False(await second.TakeAsync());

        _time.Advance(SweepLease.Length / 2);
        Assert.True(await second.TakeAsync());
        Assert.False(await first.TakeAsync());
    }

    [Fact]
    public async Task The_only_process_on_a_file_sweeps_at_once_whoever_did_before()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();

        Assert.True(await new SweepLease(temporary.Database, _time).TakeAsync());
        Assert.True(await new SweepLease(temporary.Database, _time).TakeAsync());
    }
}
