using CommunityBot.Inbox;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Work;

/// <summary>Does the same to an inbox and to a list, and compares.</summary>
public sealed class WorkModel(TemporaryDatabase temporary)
{
    private const int Lanes = 3;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly List<Row> _rows = [];
    private readonly List<Claim<Delivery>> _held = [];

    private WorkTable<Delivery> Table => new CommunityBot.Inbox.Inbox(temporary.Database, _time).Work;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async Task StepAsync(int what, int which)
    {
        switch (what)
        {
            case 0 or 1 or 2:
                await AddAsync($"d{_rows.Count}", which % Lanes);
                break;
            case 3 when _rows.Count > 0:
                await AddAsync(_rows[which % _rows.Count].Id, (which + 1) % Lanes);
                break;
            case 4 or 5:
                await ClaimAsync(which + 1);
                break;
            case 6 when _held.Count > 0:
                await FinishAsync(_held[which % _held.Count]);
                break;
            case 7 when _held.Count > 0:
                await FailAsync(_held[which % _held.Count], TimeSpan.FromSeconds(10 * which));
                break;
            case 8:
                _time.Advance(TimeSpan.FromSeconds(10 * (which + 1)));
                await RecoverAsync(all: false);
                break;
            case 9:
                // The process dies: what it held is lost to it.
                await temporary.ReopenAsync();
                _held.Clear();
                await RecoverAsync(all: true);
                break;
        }
    }

    public async Task DrainAsync()
    {
        for (var i = 0; i < 200 && _rows.Any(row => !row.IsDone); i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await RecoverAsync(all: false);
            await ClaimAsync(Lanes);
            foreach (var claim in _held.ToList())
            {
                await FinishAsync(claim);
            }
        }

        Assert.All(_rows, row => Assert.True(row.IsDone, $"{row.Id} was lost"));
        Assert.Equal(0, await Table.CountWaitingAsync());
    }

    private async Task AddAsync(string id, long lane)
    {
        var added = await new CommunityBot.Inbox.Inbox(temporary.Database, _time).AddAsync(
            new(id, "issues", "opened", 1, lane + 1), PayloadCodec.Compress("{}"u8));

        Assert.Equal(_rows.All(row => row.Id != id), added);
        if (added)
        {
            _rows.Add(new(id, lane + 1) { Due = Now });
        }
    }

    private async Task ClaimAsync(int count)
    {
        var expected = _rows.Where(row => row.IsWaiting && row.Due <= Now)
            .GroupBy(row => row.Lane)
            .Where(lane => !_rows.Any(row => row.Lane == lane.Key && row.IsRunning))
            .Select(lane => lane.First().Id)
            .ToList();

        var claims = await Table.ClaimAsync(() => count);

        Assert.Equal(Math.Min(count, expected.Count), claims.Count);
        Assert.Subset(expected.ToHashSet(), claims.Select(claim => claim.Item.Id).ToHashSet());
        foreach (var claim in claims)
        {
            var row = Find(claim);
            row.Attempts++;
            row.Due = Now + WorkTable<Delivery>.Lease;
            row.IsRunning = true;
            Assert.Equal((row.Attempts, row.FailedAt ?? Now), (claim.Attempts, claim.TriedSince));
            _held.Add(claim);
        }
    }

    private async Task FinishAsync(Claim<Delivery> claim)
    {
        var wrote = false;
        await Table.FinishAsync(claim, WorkState.Completed, null, _ =>
        {
            wrote = true;
            return Task.CompletedTask;
        });

        var row = Find(claim);
        var holds = row.IsRunning && row.Attempts == claim.Attempts;
        Assert.Equal(holds, wrote);
        if (holds)
        {
            row.IsRunning = false;
            row.IsDone = true;
        }

        _held.Remove(claim);
    }

    private async Task FailAsync(Claim<Delivery> claim, TimeSpan wait)
    {
        await Table.RescheduleAsync(claim, Now + wait, counts: true, "on purpose");

        var row = Find(claim);
        if (row.IsRunning && row.Attempts == claim.Attempts)
        {
            row.IsRunning = false;
            row.Due = Now + wait;
            row.FailedAt ??= Now;
        }

        _held.Remove(claim);
    }

    private async Task RecoverAsync(bool all)
    {
        await Table.RecoverAsync(TimeSpan.FromSeconds(5), all);
        foreach (var row in _rows.Where(row => row.IsRunning && (all || row.Due <= Now)))
        {
            row.IsRunning = false;
            row.Due = Now + TimeSpan.FromSeconds(5);
            row.FailedAt ??= Now;
        }
    }

    private Row Find(Claim<Delivery> claim) => _rows.Single(row => row.Id == claim.Item.Id);

    private sealed record Row(string Id, long Lane)
    {
        public DateTimeOffset Due { get; set; }

        public DateTimeOffset? FailedAt { get; set; }

        public int Attempts { get; set; }

        public bool IsRunning { get; set; }

        public bool IsDone { get; set; }

        public bool IsWaiting => !IsRunning && !IsDone;
    }
}
