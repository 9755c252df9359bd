using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.Outbox;

namespace CommunityBot.Features.Nudges;

/// <summary>Decides what becomes of a pull request whose time has come: a nudge, a later look, or nothing any more.</summary>
public sealed class NudgeTurn(NudgedRepositories repositories, People people, IGitHubReader github, Addressees addressees, MomentWriter moments)
{
    /// <summary>How long a pull request waits to be read at most, which says itself when it is looked at next: GitHub may refuse it for as long.</summary>
    private static readonly TimeSpan UntilRead = TimeSpan.FromDays(7);

    /// <summary>The longest that a nudge waits for somebody to come back, at once: they may be back sooner than they said.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromDays(30);

    /// <summary>Workdays after which it is looked at again whether somebody can be spoken to.</summary>
    private const int WorkdaysOfSilence = 5;

    /// <summary>Decides, and adds to the context what is to be written.</summary>
    public async Task TakeAsync(DeliveryContext context, TrackedPull pull, CancellationToken cancellationToken)
    {
        if (!pull.Facts.IsOpen)
        {
            PullRequests.Forget(context, pull);
            return;
        }

        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        if (await WaitsAsync(context, pull, rules, cancellationToken) is { } wait)
        {
            PullRequests.Advance(context, wait.IsAside ? pull.PutAside(context.ReceivedAt) : pull, pull.Progress, wait.Until);
            return;
        }

        // Only what is due by all that is known is worth a question.
        var checks = await ChecksAsync(context, pull, cancellationToken);
        var ball = rules.BallOf(pull.Facts, checks);
        var due = rules.DueAt(ball, pull.Progress);
        if (due is null || due > context.ReceivedAt)
        {
            // Nobody tells of checks, so what they can lead to is looked at again.
            PullRequests.Advance(context, pull, pull.Progress, due ?? context.ReceivedAt + NudgeConfig.Aside);
            return;
        }

        if (pull.IsOld(ball) && await TurnAsync(context, pull, rules) is { } later)
        {
            PullRequests.Advance(context, pull, pull.Progress.Wait(ball.Cycle, later), later);
            return;
        }

        await SpeakAsync(context, pull, ball, checks, rules, cancellationToken);
    }

    /// <summary>Until when it waits, as far as nobody has to be asked about it; null if it does not.</summary>
    private async Task<Wait?> WaitsAsync(DeliveryContext context, TrackedPull pull, NudgeConfig rules, CancellationToken cancellationToken)
    {
        var now = context.ReceivedAt;
        var aside = new Wait(now + NudgeConfig.Aside, IsAside: true);
        return rules.Silences(pull.Facts, pull.Progress) ? aside
            : rules.DueAt(pull.Facts, pull.Progress) is not { } due ? new(null)
            : due > now ? new(due)
            : rules.Calendar.NextOpen(now) is var opens && opens > now ? new(opens)
            : !pull.Facts.IsWhole ? await ReadFirstAsync(context)
            : rules.Settings.Authors == NudgeAuthors.Outsiders && !await IsOutsidersAsync(context, pull, cancellationToken) ? aside
            : null;
    }

    // It was closed, or far from here, while others in its repository were read.
    private async Task<Wait> ReadFirstAsync(DeliveryContext context)
    {
        if (!await repositories.IsToBeReadAsync(context.Repository.Id))
        {
            NudgedRepositories.Read(context, context.Repository);
        }

        return new(context.ReceivedAt + UntilRead);
    }

    // An installation may not have granted to look at checks: then nothing is known of them.
    private async Task<CommitChecks> ChecksAsync(DeliveryContext context, TrackedPull pull, CancellationToken cancellationToken)
    {
        try
        {
            return await github.ReadChecksAsync(context.Repository, pull.Facts.Snapshot!.HeadSha, cancellationToken);
        }
        catch (GitHubRefusedException)
        {
            return CommitChecks.None;
        }
    }

    private async Task<bool> IsOutsidersAsync(DeliveryContext context, TrackedPull pull, CancellationToken cancellationToken)
    {
        var snapshot = pull.Facts.Snapshot!;
        return await people.IsOutsiderAsync(context, await people.FindAsync(context, snapshot.Author, snapshot.Association), cancellationToken);
    }

    /// <summary>When it is the turn of one that waited before, if that is not today: they are spread over as many workdays as they need.</summary>
    private async Task<DateTimeOffset?> TurnAsync(DeliveryContext context, TrackedPull pull, NudgeConfig rules)
    {
        if (await repositories.CountAsync(pull.Repository.Id, rules.Day(context.ReceivedAt)) < NudgedRepositories.OldADay)
        {
            return null;
        }

        var days = 1 + (await repositories.CountOpenAsync(pull.Repository.Id) / NudgedRepositories.OldADay);
        return rules.Workday(context.ReceivedAt, 1 + (int)(pull.Number % days));
    }

    private async Task SpeakAsync(DeliveryContext context, TrackedPull pull, Ball ball, CommitChecks checks, NudgeConfig rules, CancellationToken cancellationToken)
    {
        if (pull.Progress.Nudges >= rules.Settings.MaxPerPullRequest)
        {
            await HandOverAsync(context, pull, ball, checks, rules, cancellationToken);
            return;
        }

        var choice = await addressees.OfAsync(context, pull, ball, rules, cancellationToken);
        if (choice.IsLater)
        {
            PutOff(context, pull, ball, choice, rules);
            return;
        }

        // Where those who have the ball cannot be spoken to, others may know what to do.
        var (isAuthors, isMissed) = (ball.Holder == BallHolder.Author, choice.People.Count == 0);
        var mergers = isMissed && pull.Progress.HandedOverIn is null && (isAuthors || pull.Progress.PutOffIn(ball.Cycle) >= AddresseeRules.MostPutOff)
            ? await addressees.MergersAsync(context, pull, ball, rules, cancellationToken)
            : null;
        if (mergers is { IsLater: false, People.Count: > 0 })
        {
            await SayAsync(context, pull, ball, checks, NudgesFeature.EarlyHandOver, mergers.People, rules, cancellationToken);
        }
        else if (isAuthors && isMissed)
        {
            // What is only for somebody who does not want to hear it, or is not there, is not said.
            var until = rules.Workday(context.ReceivedAt, WorkdaysOfSilence);
            PullRequests.Advance(context, pull, pull.Progress.Wait(ball.Cycle, until), until);
        }
        else
        {
            await SayAsync(context, pull, ball, checks, handOver: null, choice.People, rules, cancellationToken);
        }
    }

    private async Task HandOverAsync(DeliveryContext context, TrackedPull pull, Ball ball, CommitChecks checks, NudgeConfig rules, CancellationToken cancellationToken)
    {
        switch (pull.Progress.HandedOverIn is null ? await addressees.MergersAsync(context, pull, ball, rules, cancellationToken) : null)
        {
            case null:
                PullRequests.Advance(context, pull, pull.Progress with { IsOver = true }, due: null);
                break;
            case { IsLater: true } later:
                PutOff(context, pull, ball, later, rules);
                break;
            case var mergers:
                await SayAsync(context, pull, ball, checks, NudgesFeature.HandOver, mergers.People, rules, cancellationToken);
                break;
        }
    }

    private static void PutOff(DeliveryContext context, TrackedPull pull, Ball ball, AddresseeChoice choice, NudgeConfig rules)
    {
        var (now, until) = (context.ReceivedAt, rules.Workday(context.ReceivedAt));
        if (choice.BackAt is { } back && back > until)
        {
            until = rules.Calendar.NextOpen(back - now > MostWait ? now + MostWait : back);
        }

        PullRequests.Advance(context, pull, pull.Progress.Later(ball.Cycle, until), until);
    }

    private async Task SayAsync(
        DeliveryContext context, TrackedPull pull, Ball ball, CommitChecks checks, Moment? handOver, IReadOnlyList<Account> to, NudgeConfig rules, CancellationToken cancellationToken)
    {
        var snapshot = pull.Facts.Snapshot!;
        var tellsAuthor = ball.Holder != BallHolder.Author && await addressees.MayTellAuthorAsync(context, pull);
        var words = NudgeWords.Of(pull, ball, handOver, to, tellsAuthor, checks, context.ReceivedAt);
        var progress = pull.Progress.Next(ball.Cycle, context.ReceivedAt, words.Said, to.Select(person => person.Id)) with
        {
            HandedOverIn = handOver is null ? pull.Progress.HandedOverIn : ball.Cycle,
            IsOver = handOver == NudgesFeature.HandOver,
            ToldAuthor = pull.Progress.ToldAuthor || tellsAuthor,
        };
        PullRequests.Advance(context, pull, progress, rules.DueAt(ball, progress));
        if (pull.IsOld(ball))
        {
            NudgedRepositories.CountOld(context, rules.Day(context.ReceivedAt));
        }

        foreach (var person in to)
        {
            SentNudges.Record(context, person, words.Said.Key, rules.Settings.MaxPerPersonPerWeek);
        }

        var author = await people.FindAsync(context, snapshot.Author, snapshot.Association);
        var settings = handOver is not null ? new NudgeMomentSettings() : DueRules.SettingsOf(ball, rules.Settings)!;
        await moments.WriteAsync(context, cancellationToken, new Occasion(words.Moment, settings, words.Said.Key, author, words.Item, ball.Since)
        {
            Extras = words.Extras,
            OnlyWhileOpen = true,
            WithinHours = true,
            Replaces = pull.Progress.Last,
        });
    }

    /// <summary>That a pull request waits.</summary>
    /// <param name="Until">Until when; null if something has to happen first.</param>
    /// <param name="IsAside">Whether it waits for nothing that anybody does on it.</param>
    private sealed record Wait(DateTimeOffset? Until, bool IsAside = false);
}
