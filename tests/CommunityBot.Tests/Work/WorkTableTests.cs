using System.Collections.Concurrent;
using CommunityBot.Inbox;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Work;

public sealed class WorkTableTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Of_each_lane_the_oldest_runs_and_the_next_waits_for_it(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await AddAsync(inbox, "a2", lane: 1);
        await AddAsync(inbox, "b1", lane: 2);

        var first = await inbox.Work.ClaimAsync(() => 10);
        Assert.Equal(["a1", "b1"], first.Select(claim => claim.Item.Id).Order());
        Assert.Empty(await inbox.Work.ClaimAsync(() => 10));

        await inbox.Work.FinishAsync(first.Single(claim => claim.Item.Id == "a1"), WorkState.Completed, null);
        Assert.Equal(["a2"], (await inbox.Work.ClaimAsync(() => 10)).Select(claim => claim.Item.Id));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_failed_steps_aside_and_its_lane_goes_on(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await AddAsync(inbox, "a2", lane: 1);
        var failed = Assert.Single(await inbox.Work.ClaimAsync(() => 10));
        await inbox.Work.RescheduleAsync(failed, _time.GetUtcNow() + TimeSpan.FromSeconds(10), counts: true, "on purpose");

        var next = Assert.Single(await inbox.Work.ClaimAsync(() => 10));
        Assert.Equal("a2", next.Item.Id);
        await inbox.Work.FinishAsync(next, WorkState.Completed, null);
        Assert.Empty(await inbox.Work.ClaimAsync(() => 10));

        _time.Advance(TimeSpan.FromSeconds(10));
        var again = Assert.Single(await inbox.Work.ClaimAsync(() => 10));
        Assert.Equal(("a1", 2), (again.Item.Id, again.Attempts));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_pause_is_no_attempt(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await inbox.Work.RescheduleAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), _time.GetUtcNow(), counts: false, "wait");

        Assert.Equal(1, Assert.Single(await inbox.Work.ClaimAsync(() => 1)).Attempts);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_has_to_wait_holds_back_its_installation_and_no_other(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a", lane: 1);
        var paused = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
        await AddAsync(inbox, "b", lane: 2);
        await AddAsync(inbox, "other", lane: 3, installation: 8);
        await inbox.Work.HoldBackAsync(paused, _time.GetUtcNow().AddMinutes(1), Rank.Awaited, "on purpose");

        Assert.Equal("other", Assert.Single(await inbox.Work.ClaimAsync(() => 10)).Item.Id);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([("a", 1), ("b", 1)], (await inbox.Work.ClaimAsync(() => 10)).Select(claim => (claim.Item.Id, claim.Attempts)).Order());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_begins_anew_is_tried_as_long_as_if_it_had_been_added_for_then(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await inbox.Work.RescheduleAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), _time.GetUtcNow(), counts: true, "on purpose");
        var due = _time.GetUtcNow().AddDays(3);
        await inbox.Work.BeginAnewAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), due, "wait");
        Assert.Empty(await inbox.Work.ClaimAsync(() => 1));

        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal((2, due, due), Assert.Single(await inbox.Work.ClaimAsync(() => 1)) is var claim ? (claim.Attempts, claim.Since, claim.TriedSince) : default);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_stood_still_does_not_end_what_began_anew_meanwhile(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        var stood = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
        _time.Advance(WorkTable<Delivery>.Lease);
        await inbox.Work.RecoverAsync(TimeSpan.Zero);
        await inbox.Work.BeginAnewAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), _time.GetUtcNow(), "wait");
        var claim = Assert.Single(await inbox.Work.ClaimAsync(() => 1));

        await inbox.Work.FinishAsync(stood, WorkState.Parked, "too late");
        await inbox.Work.RescheduleAsync(claim, _time.GetUtcNow(), counts: true, "on purpose");
        Assert.Single(await inbox.Work.ClaimAsync(() => 1));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_installation_that_is_held_back_is_not_claimed_until_then(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await temporary.Database.WriteAsync(async session =>
        {
            await inbox.Work.PauseAsync(session, 7, _time.GetUtcNow() + TimeSpan.FromSeconds(60));
            await inbox.Work.PauseAsync(session, 7, _time.GetUtcNow() + TimeSpan.FromSeconds(30));
        });

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(await inbox.Work.ClaimAsync(() => 10));
        Assert.Equal(0, await inbox.Work.CountWaitingAsync());

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await inbox.Work.CountWaitingAsync());
        Assert.Single(await inbox.Work.ClaimAsync(() => 10));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_crowded_lane_does_not_starve_the_others(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "in hand", lane: 4);
        await inbox.Work.ClaimAsync(() => 1);
        for (var i = 0; i < 20; i++)
        {
            await AddAsync(inbox, $"a{i}", lane: 1);
        }

        await AddAsync(inbox, "b", lane: 2);
        await AddAsync(inbox, "c", lane: 3);

        var order = new List<string>();
        while (order.Count < 3)
        {
            var claim = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
            order.Add(claim.Item.Id);
            await inbox.Work.FinishAsync(claim, WorkState.Completed, null);
        }

        Assert.Equal(["a0", "b", "c"], order);
    }

    [Fact]
    public async Task A_claim_looks_at_no_more_lanes_than_it_takes()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        var outbox = new CommunityBot.Outbox.Outbox(temporary.Database, _time);
        foreach (var statement in inbox.Work.Claiming.Concat(outbox.Work.Claiming))
        {
            var plan = await PlanAsync(temporary.Database, $"EXPLAIN QUERY PLAN {statement}");

            Assert.Contains("CO-ROUTINE turns", plan);
            Assert.DoesNotContain("MATERIALIZE turns", plan);
            Assert.DoesNotContain("SCAN deliveries", plan);
            Assert.DoesNotContain("SCAN outbox", plan);
        }
    }

    [Fact]
    public async Task How_much_is_claimed_is_decided_when_it_is_claimed_and_not_while_a_commit_is_waited_for()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        for (var lane = 1; lane <= 3; lane++)
        {
            await AddAsync(inbox, $"{lane}", lane);
        }

        var (held, free) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 1);
        using var gate = new ManualResetEventSlim();
        var commit = temporary.Database.WriteAsync(_ =>
        {
            held.SetResult();
            gate.Wait(TestContext.Current.CancellationToken);
            return Task.CompletedTask;
        });
        await held.Task;
        var claims = inbox.Work.ClaimAsync(() => free);
        free = 3;
        gate.Set();
        await commit;

        Assert.Equal(3, (await claims).Count);
    }

    [Fact]
    public async Task A_replica_whose_machine_is_ahead_does_not_take_what_another_works_at()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var (right, ahead) = (new DatabaseClock(_time), new DatabaseClock(new FakeTimeProvider(_time.GetUtcNow() + TimeSpan.FromMinutes(5))));
        await right.LookAsync(temporary.Database);
        await ahead.LookAsync(temporary.Database);
        var (inbox, other) = (new CommunityBot.Inbox.Inbox(temporary.Database, right), new CommunityBot.Inbox.Inbox(temporary.Database, ahead));
        await AddAsync(inbox, "a", lane: 1);
        Assert.Single(await inbox.Work.ClaimAsync(() => 1));

        await other.Work.RecoverAsync(TimeSpan.Zero);

        Assert.Empty(await other.Work.ClaimAsync(() => 1));
    }

    [Fact]
    public async Task A_claim_goes_through_no_table_although_it_had_few_rows_when_they_were_counted()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await temporary.Database.WriteAsync(session => session.ExecuteAsync("ANALYZE deliveries"));

        foreach (var statement in inbox.Work.Claiming)
        {
            Assert.DoesNotContain("Seq Scan on deliveries", await PlanAsync(temporary.Database, $"EXPLAIN {statement}"));
        }
    }

    [Fact]
    public async Task A_claim_looks_rows_up_by_their_key_although_few_waited_when_they_were_counted()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a1", lane: 1);
        await temporary.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(
                """
                INSERT INTO deliveries (delivery_id, event, installation_id, repository_id, lane, state, due_at, attempts, created_at, finished_at)
                SELECT 'done-' || i, 'pull_request', 1, 1, 1, 2, 0, 1, 0, 0 FROM generate_series(1, 5000) AS i
                """);
            await session.ExecuteAsync("ANALYZE deliveries");
        });

        foreach (var statement in inbox.Work.Claiming)
        {
            var plan = await PlanAsync(temporary.Database, $"EXPLAIN {statement}");
            Assert.Contains("Index Scan using \"PK_deliveries\" on deliveries", plan);
            Assert.DoesNotContain("Index Scan using ix_deliveries_available on deliveries  (", plan);
            Assert.DoesNotContain("Seq Scan on deliveries", plan);
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_installation_that_has_nothing_in_hand_goes_before_the_many_lanes_of_others(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        for (var lane = 1; lane <= 60; lane++)
        {
            await AddAsync(inbox, $"a{lane}", lane, installation: lane % 2 == 0 ? 7 : 8);
        }

        var inHand = await inbox.Work.ClaimAsync(() => 4);
        Assert.Equal([7, 8], inHand.Select(claim => claim.Item.InstallationId).Distinct().Order());
        await AddAsync(inbox, "b", lane: 1000, installation: 9);
        await inbox.Work.FinishAsync(inHand[0], WorkState.Completed, null);

        Assert.Equal("b", Assert.Single(await inbox.Work.ClaimAsync(() => 1)).Item.Id);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Installations_take_turns_and_each_has_its_oldest_handled_first(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        foreach (var (id, lane, installation) in new[] { ("a1", 30, 7), ("a2", 20, 7), ("a3", 10, 7), ("b1", 5, 8), ("b2", 4, 8), ("c1", 3, 9) })
        {
            await AddAsync(inbox, id, lane, installation);
        }

        var order = new List<string>();
        while (order.Count < 6)
        {
            var claim = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
            order.Add(claim.Item.Id);
            await inbox.Work.FinishAsync(claim, WorkState.Completed, null);
        }

        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3"], order);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_repository_that_went_to_another_installation_is_still_one_lane(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "before", lane: 5, installation: 9);
        await AddAsync(inbox, "after", lane: 5, installation: 7);

        Assert.Equal("before", Assert.Single(await inbox.Work.ClaimAsync(() => 10)).Item.Id);
        Assert.Empty(await inbox.Work.ClaimAsync(() => 10));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_somebody_waits_for_goes_first_and_goes_on_while_the_rest_of_its_lane_is_held_back(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var outbox = new CommunityBot.Outbox.Outbox(temporary.Database, _time);
        foreach (var (key, rank) in new[] { ("unasked", Rank.Unasked), ("answer-1", Rank.Awaited), ("answer-2", Rank.Awaited) })
        {
            await temporary.Database.WriteAsync(session => session.ExecuteAsync(
                """
                INSERT INTO outbox (moment, key, lane, rank, repository_id, repository, effect, delivery_id, state, due_at, attempts, created_at)
                VALUES ('moment', @0, 7, @1, 1, 'octo/hello', '', 'd', 0, 0, 0, 0)
                """,
                key,
                (int)rank));
        }

        await outbox.Work.PauseAsync(7, _time.GetUtcNow().AddHours(1), Rank.Unasked);
        Assert.Equal(2, await outbox.Work.CountWaitingAsync());
        foreach (var expected in new[] { "answer-1", "answer-2" })
        {
            var claim = Assert.Single(await outbox.Work.ClaimAsync(() => 10));
            Assert.Equal(expected, claim.Item.Key);
            await outbox.Work.FinishAsync(claim, WorkState.Completed, null);
        }

        Assert.Empty(await outbox.Work.ClaimAsync(() => 10));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("unasked", Assert.Single(await outbox.Work.ClaimAsync(() => 10)).Item.Key);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_claim_that_was_lost_writes_nothing(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a", lane: 1);
        var lost = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
        _time.Advance(WorkTable<Delivery>.Lease);
        await inbox.Work.RecoverAsync(TimeSpan.Zero);
        var held = Assert.Single(await inbox.Work.ClaimAsync(() => 1));

        var wrote = false;
        await inbox.Work.FinishAsync(lost, WorkState.Completed, null, _ =>
        {
            wrote = true;
            return Task.CompletedTask;
        });

        Assert.False(wrote);
        await inbox.Work.FinishAsync(held, WorkState.Completed, null);
        Assert.Equal(0, await inbox.Work.CountWaitingAsync());
    }

    [Fact]
    public async Task Replicas_keep_lanes_in_order_and_handle_nothing_twice()
    {
        const int Lanes = 12;
        const int OfEach = 12;
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var filled = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        for (var i = 0; i < Lanes * OfEach; i++)
        {
            await AddAsync(filled, $"{i}", lane: 1 + (i % Lanes));
        }

        var held = new ConcurrentDictionary<long, string>();
        var handled = new ConcurrentQueue<Claim<Delivery>>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using var database = await temporary.OpenAgainAsync();
            var replica = new CommunityBot.Inbox.Inbox(database, _time).Work;
            while (handled.Count < Lanes * OfEach)
            {
                var claims = await replica.ClaimAsync(() => 5);
                await Task.WhenAll(claims.Select(async claim =>
                {
                    Assert.True(held.TryAdd(claim.Lane, claim.Item.Id), $"{claim.Item.Id} while {held.GetValueOrDefault(claim.Lane)} is in hand");
                    await Task.Yield();
                    handled.Enqueue(claim);
                    held.TryRemove(claim.Lane, out var _);
                    await replica.FinishAsync(claim, WorkState.Completed, null);
                }));
            }
        }));

        Assert.All(handled.GroupBy(claim => claim.Lane), lane => Assert.Equal(lane.Select(claim => claim.Seq).Order(), lane.Select(claim => claim.Seq)));
        Assert.Equal(Lanes * OfEach, handled.Select(claim => claim.Seq).Distinct().Count());
        Assert.Equal(Lanes * OfEach, handled.Count);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_lease_holds_until_it_ends(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a", lane: 1);
        await inbox.Work.ClaimAsync(() => 1);

        _time.Advance(WorkTable<Delivery>.Lease - TimeSpan.FromSeconds(1));
        await inbox.Work.RecoverAsync(TimeSpan.Zero);
        Assert.Empty(await inbox.Work.ClaimAsync(() => 1));

        _time.Advance(TimeSpan.FromSeconds(1));
        await inbox.Work.RecoverAsync(TimeSpan.Zero);
        Assert.Equal(2, Assert.Single(await inbox.Work.ClaimAsync(() => 1)).Attempts);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_given_up_is_tried_again_for_as_long_as_what_has_just_come_in(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a", lane: 1);
        var (received, first) = (_time.GetUtcNow(), Assert.Single(await inbox.Work.ClaimAsync(() => 1)));
        Assert.False(await inbox.Work.RetryAsync(first.Seq));
        await inbox.Work.FinishAsync(first, WorkState.Parked, "on purpose");
        _time.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await inbox.Work.ClaimAsync(() => 1));

        Assert.True(await inbox.Work.RetryAsync(first.Seq));

        // Its attempts count on, so that what an earlier one may have posted is looked for; and it is still about what happened then.
        var retried = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));
        var again = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
        Assert.Equal((2, received, retried), (again.Attempts, again.Since, again.TriedSince));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Giving_up_is_counted_from_the_first_failure_and_not_from_the_arrival(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        var received = _time.GetUtcNow();
        await AddAsync(inbox, "a", lane: 1);
        _time.Advance(TimeSpan.FromDays(2));
        await inbox.Work.RescheduleAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), _time.GetUtcNow(), counts: false, "wait");
        _time.Advance(TimeSpan.FromDays(2));

        var waited = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
        var failed = _time.GetUtcNow();
        Assert.Equal((received, failed), (waited.Since, waited.TriedSince));
        await inbox.Work.RescheduleAsync(waited, failed, counts: true, "on purpose");

        for (var hours = 0; hours < 3; hours++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            var again = Assert.Single(await inbox.Work.ClaimAsync(() => 1));
            Assert.Equal((received, failed), (again.Since, again.TriedSince));
            await inbox.Work.RescheduleAsync(again, _time.GetUtcNow(), counts: true, "on purpose");
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_cut_off_has_failed(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await AddAsync(inbox, "a", lane: 1);
        await inbox.Work.ClaimAsync(() => 1);
        _time.Advance(TimeSpan.FromMinutes(1));
        var freed = _time.GetUtcNow();
        await inbox.Work.RecoverAsync(TimeSpan.Zero);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(freed, Assert.Single(await inbox.Work.ClaimAsync(() => 1)).TriedSince);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_delivery_is_stored_once_and_its_payload_comes_back_as_it_was(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        var payload = """{"title":"é 🎉"}"""u8.ToArray();

        Assert.True(await inbox.AddAsync(Delivery("a", 1), PayloadCodec.Compress(payload)));
        Assert.False(await inbox.AddAsync(Delivery("a", 2), PayloadCodec.Compress("{}"u8)));

        var claim = Assert.Single(await inbox.Work.ClaimAsync(() => 10));
        Assert.Equal(payload, await inbox.ReadPayloadAsync(claim));
    }

    /// <summary>
    /// Whatever happens in whatever order (redelivery, claims, failures, pauses, leases that run out, restarts), no lane runs twice at once, a lane's due
    /// rows go in order, nothing is finished twice, and in the end all is done.
    /// </summary>
    [Theory]
    [InlineData(Engine.Sqlite, 60)]
    [InlineData(Engine.Postgres, 20)]
    public Task It_behaves_like_its_model(Engine engine, int histories) => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], (what, which) => (what, which)).Array[1, 60].SampleAsync(
        async steps =>
        {
            await using var temporary = await TemporaryDatabase.OpenAsync(engine);
            var model = new WorkModel(temporary);
            foreach (var (what, which) in steps)
            {
                await model.StepAsync(what, which);
            }

            await model.DrainAsync();
        },
        iter: histories,
        threads: 1);

    private Task<string> PlanAsync(Database database, string explain) => database.ReadAsync(async session =>
    {
        var (now, lines) = (_time.NowMilliseconds(), new List<string>());
        await using var rows = await session.ReadAsync(explain, now, long.MinValue, now, 8);
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(rows.FieldCount - 1));
        }

        return string.Join('\n', lines);
    });

    private static Task<bool> AddAsync(CommunityBot.Inbox.Inbox inbox, string id, long lane, long installation = 7) =>
        inbox.AddAsync(Delivery(id, lane, installation), PayloadCodec.Compress("{}"u8));

    private static Delivery Delivery(string id, long lane, long installation = 7) => new(id, "issues", "opened", installation, lane);
}
