namespace CommunityBot.IntegrationTests.Processes;

/// <summary>Waits for what another process does, which tells nobody.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task UntilAsync(Func<bool> state, CancellationToken cancellationToken) => UntilAsync(() => Task.FromResult(state()), cancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> state, CancellationToken cancellationToken)
    {
        using var look = new PeriodicTimer(Pause);
        while (!await state())
        {
            await look.WaitForNextTickAsync(cancellationToken);
        }
    }
}
