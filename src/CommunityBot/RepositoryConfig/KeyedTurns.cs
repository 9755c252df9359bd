namespace CommunityBot.RepositoryConfig;

/// <summary>Has what is done for one key done one after the other, and nothing wait for what is done for another.</summary>
internal sealed class KeyedTurns
{
    private readonly Dictionary<string, Turn> _turns = [];

    /// <summary>Does something when its turn comes.</summary>
    public async Task<TResult> TakeAsync<TResult>(string key, Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        var turn = Enter(key);
        try
        {
            await turn.Gate.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                turn.Gate.Release();
            }
        }
        finally
        {
            Leave(key, turn);
        }
    }

    private Turn Enter(string key)
    {
        lock (_turns)
        {
            if (!_turns.TryGetValue(key, out var turn))
            {
                _turns.Add(key, turn = new());
            }

            turn.Inside++;
            return turn;
        }
    }

    private void Leave(string key, Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Inside == 0)
            {
                _turns.Remove(key);
                turn.Gate.Dispose();
            }
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Inside { get; set; }
    }
}
