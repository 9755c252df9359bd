using System.Globalization;
using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.Outbox;

namespace CommunityBot.Features.Nudges;

/// <summary>What a nudge speaks of.</summary>
/// <param name="Moment">Which it is.</param>
/// <param name="Said">What the outbox knows it by.</param>
/// <param name="Item">What it is said on.</param>
/// <param name="Extras">How long it waits, for what, and how much there is to do.</param>
public sealed record NudgeWords(Moment Moment, Said Said, MessageItem Item, MessageExtras Extras)
{
    /// <summary>What is said of a pull request.</summary>
    /// <param name="pull">The pull request.</param>
    /// <param name="ball">Who has it.</param>
    /// <param name="handOver">How it is handed over; null if it is not.</param>
    /// <param name="people">Whom it is for.</param>
    /// <param name="tellsAuthor">Whether the author is told that somebody looks after it.</param>
    /// <param name="checks">How its checks went.</param>
    /// <param name="now">When it is said.</param>
    public static NudgeWords Of(
        TrackedPull pull, Ball ball, Moment? handOver, IReadOnlyList<Account> people, bool tellsAuthor, CommitChecks checks, DateTimeOffset now)
    {
        var moment = handOver ?? ball.Moment!;
        var (snapshot, subject) = (pull.Facts.Snapshot!, string.Create(CultureInfo.InvariantCulture, $"{pull.Repository.Id}-{pull.Number}"));
        var key = handOver is not null ? subject : string.Create(CultureInfo.InvariantCulture, $"{subject}-{ball.Cycle}-{pull.Progress.In(ball.Cycle) + 1}");
        return new(moment, new(moment.Kind, key), new("pull_request", pull.Number, snapshot.Title, snapshot.Url, snapshot.Labels), new()
        {

            Count = tellsAuthor ? 1 : Math.Max(2, pull.Progress.Nudges + 1),
            Days = Math.Max(1, (int)(now - ball.Since).TotalDays),
            Lines = pull.Facts.Size?.Lines,
            Files = pull.Facts.Size?.Files,
            Updates = pull.Facts.Updates,

            // Of what the author was asked for, somebody's words come before what a machine says.
            ChecksFail = checks.Failed && !(moment == NudgesFeature.Author && pull.Facts.IsAsked),
            WorkflowsWait = checks.AwaitApproval,
            People = ListOf(moment) is { } list ? new Dictionary<string, IReadOnlyList<string>> { [list] = [.. people.Select(person => person.Login)] } : MessageExtras.None.People,
            Merger = ListOf(moment) == "mergers" && people is [var merger, ..] ? merger.Login : null,
        });
    }

    // The author is the author, whatever it is about.
    private static string? ListOf(Moment moment) =>
        moment == NudgesFeature.Author ? null
        : moment == NudgesFeature.Merge || moment.Kind == NudgesFeature.HandOver.Kind ? "mergers"
        : "reviewers";
}
