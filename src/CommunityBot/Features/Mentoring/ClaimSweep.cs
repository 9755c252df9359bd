using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Schedule;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary>Asks how it is going with claims of which nothing was heard, and takes them back if nothing is. Before either it looks at the issue.</summary>
public sealed class ClaimSweep(Claims claims, SweepContexts contexts, IGitHubReader github, Availability availability, MomentWriter moments) : ISweep
{
    /// <summary>Claims of a round; the others are older by a minute in the next.</summary>
    private const int Most = 50;

    /// <summary>When a claim is looked at again where nothing is to be said of any, or GitHub does not show the issue.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>When GitHub is asked again after a passing fault.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    /// <summary>How long an issue may be out of sight until its claim is forgotten: the repository is gone, or the bot is.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public string Name => "claims";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var claim in await claims.DueAsync(now, Most))
        {
            try
            {
                var context = contexts.Begin(Name, claim.Repository);
                await LookAtAsync(claim, context, now, cancellationToken);
                await contexts.CommitAsync(context);
            }
            catch (GitHubRefusedException)
            {
                await PutOffAsync(claim, claim.Since < now - Forgotten ? null : now + Later);
            }
            catch (GitHubPausedException pause)
            {
                await PutOffAsync(claim, pause.Until);
            }
            catch (GitHubUnavailableException)
            {
                await PutOffAsync(claim, now + Soon);
            }
        }
    }

    // Those after it are not to wait for it.
    private Task PutOffAsync(IssueClaim claim, DateTimeOffset? due)
    {
        var context = contexts.Begin(Name, claim.Repository);
        if (due is { } again)
        {
            Claims.Record(context, claim, claim with { DueAt = again });
        }
        else
        {
            Claims.RecordEnd(context, claim);
        }

        return contexts.CommitAsync(context);
    }

    private async Task LookAtAsync(IssueClaim claim, DeliveryContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var (settings, calendar) = (config.Get<MentoringSettings>().Claims, new WorkCalendar(config.Get<CalendarSettings>()));
        if (NotBefore(config, settings, calendar, now) is { } later)
        {
            Claims.Record(context, claim, claim with { DueAt = later });
            return;
        }

        var work = await github.ReadIssueWorkAsync(claim.Repository, claim.Number, cancellationToken);
        var presence = (await availability.OfAsync([claim.Person.Id]))[claim.Person.Id];
        switch (ClaimRules.Next(claim, work, presence, settings, calendar, now))
        {
            case ClaimStep.End:
                Claims.RecordEnd(context, claim);
                break;
            case ClaimStep.StartAnew:
                Claims.Record(context, claim, claim with { Since = now, DueAt = ClaimRules.Due(now, claim.RemindedAt, settings, calendar) });
                break;
            case ClaimStep.Remind:
                var release = ClaimRules.Due(claim.Since, now, settings, calendar);
                Claims.Record(context, claim, claim with { RemindedAt = now, DueAt = release });
                await SayAsync(MentoringFeature.ClaimReminder, claim, new() { Days = ClaimRules.DaysUntil(release, now) }, acts: [], context, now, cancellationToken);
                break;
            case ClaimStep.Release:
                Claims.RecordEnd(context, claim);
                var login = work.Assignees.First(assignee => assignee.Id == claim.Person.Id).Login;
                await SayAsync(MentoringFeature.ClaimRelease, claim, MessageExtras.None, [new UnassignAct(login)], context, now, cancellationToken);
                break;
            default:
                Claims.Record(context, claim, claim with { DueAt = ClaimRules.Due(claim.Since, claim.RemindedAt, settings, calendar) });
                break;
        }
    }

    // Outside of the hours it is looked at when they begin, and not now: until then something may be heard of it.
    private static DateTimeOffset? NotBefore(EffectiveConfig config, ClaimsSettings settings, WorkCalendar calendar, DateTimeOffset now) =>
        !settings.Enabled || config.Get<GeneralSettings>().Mode == BotMode.Off ? now + Later
        : calendar.NextOpen(now) is var opens && opens > now ? opens
        : null;

    // The texts name neither the title nor the page of the issue that they stand on.
    private Task SayAsync(
        Moment moment, IssueClaim claim, MessageExtras extras, IReadOnlyList<Act> acts, DeliveryContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        moments.WriteAsync(context, cancellationToken, new Occasion(
            moment,
            BuiltInWords.Settings,
            $"{claim.Id}",
            new(claim.Person.Id, claim.Person.Login, Insider: null, HistoryRead: true),
            new("issue", claim.Number, Title: "", Url: "", Labels: []),
            now)
        {
            Extras = extras,
            Acts = acts,
            OnlyWhileOpen = true,
            WithinHours = true,
        });
}
