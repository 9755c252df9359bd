using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>A clock beside that of the bot, which goes as fast and shows another time.</summary>
internal sealed class OtherClock(FakeTimeProvider time, TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}
