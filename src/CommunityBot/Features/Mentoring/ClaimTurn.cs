using System.Net;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary>Asks how it is going with a claim of which nothing was heard, and takes it back if nothing is. Before either it looks at the issue.</summary>
public sealed class ClaimTurn(IGitHubReader github, Availability availability, MomentWriter moments)
{
    /// <summary>When a claim is looked at again where nothing is to be said of any, where GitHub does not show the issue, or where the last word on it is not said yet.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>How long GitHub may say that there is no such issue until its claim ends: it says so, too, of what an App may not see for a while.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromDays(3);

    /// <summary>Looks at a claim that is due.</summary>
    public async Task TakeAsync(DeliveryContext context, IssueClaim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var (settings, calendar) = (config.Get<MentoringSettings>().Claims, new WorkCalendar(config.Get<CalendarSettings>()));
        if (NotBefore(config, settings, calendar, now) is { } later)
        {
            Claims.Record(context, claim, claim with { DueAt = later });
        }
        else if (await FindWorkAsync(claim, cancellationToken) is { } work)
        {
            var presence = (await availability.OfAsync([claim.Person.Id]))[claim.Person.Id];
            await StepAsync(context, claim, work, ClaimRules.Next(claim, work, presence, settings, calendar, now), now, cancellationToken);
        }
        else if (ClaimRules.Due(claim.Since, claim.RemindedAt, settings, calendar) + Gone < now)
        {
            Claims.RecordEnd(context, claim);
        }
        else
        {
            Claims.Record(context, claim, claim with { DueAt = now + Later });
        }
    }

    private async Task<IssueWork?> FindWorkAsync(IssueClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await github.ReadIssueWorkAsync(claim.Repository, claim.Number, cancellationToken);
        }
        catch (GitHubRefusedException refusal) when (refusal.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MovedPermanently)
        {
            return null;
        }
    }

    private async Task StepAsync(
        DeliveryContext context, IssueClaim claim, IssueWork work, (ClaimStep Step, DateTimeOffset Due) next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (next.Step)
        {
            case ClaimStep.End:
                Claims.RecordEnd(context, claim);
                break;
            case ClaimStep.StartAnew:
                Claims.Record(context, claim, claim with { Since = now, DueAt = next.Due });
                break;
            case ClaimStep.Remind:
                Claims.Record(context, claim, claim with { RemindedAt = now, DueAt = next.Due });
                await SayAsync(MentoringFeature.ClaimReminder, claim, new() { Days = ClaimRules.DaysUntil(next.Due, now) }, acts: [], context, now, cancellationToken);
                break;
            case ClaimStep.Release:
                // It ends when that is said: until then something may be heard of whoever claimed it.
                Claims.Record(context, claim, claim with { DueAt = now + Later });
                var login = work.Assignees.First(assignee => assignee.Id == claim.Person.Id).Login;
                await SayAsync(MentoringFeature.ClaimRelease, claim, MessageExtras.None, [new UnassignAct(login)], context, now, cancellationToken);
                break;
            default:
                Claims.Record(context, claim, claim with { DueAt = next.Due });
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
            ClaimId = claim.Id,
            OnlyWhileOpen = true,
            WithinHours = true,
        });
}
