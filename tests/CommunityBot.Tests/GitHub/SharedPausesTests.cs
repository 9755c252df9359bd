using CommunityBot.GitHub;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.GitHub;

public sealed class SharedPausesTests
{
    private const long Installation = 7;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_GitHub_told_one_replica_the_others_know_and_a_longer_pause_of_their_own_stays()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        await using var other = await temporary.OpenAgainAsync();
        var told = new InstallationPauses(temporary.Database, _time, NullLogger<InstallationPauses>.Instance);
        var untold = new InstallationPauses(other, _time, NullLogger<InstallationPauses>.Instance);
        var until = _time.GetUtcNow().AddMinutes(5);

        await told.PauseAsync(Installation, until);
        Assert.Null(untold.PausedUntil(Installation));
        await untold.LoadAsync();
        Assert.Equal(until, untold.PausedUntil(Installation));

        await untold.PauseAsync(Installation, until.AddMinutes(1));
        await untold.LoadAsync();
        Assert.Equal(until.AddMinutes(1), untold.PausedUntil(Installation));
    }
}
