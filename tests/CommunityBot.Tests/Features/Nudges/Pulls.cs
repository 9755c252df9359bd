using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;

namespace CommunityBot.Tests.Features.Nudges;

/// <summary>Pull requests as facts, on a Tuesday and after.</summary>
internal static class Pulls
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static readonly Account Author = new(1, "author");

    public static readonly Account Reviewer = new(2, "reviewer");

    public static readonly Account Other = new(3, "other");

    public static DateTimeOffset At(double hours) => Start.AddHours(hours);

    public static PullSnapshot Snapshot(double hours = 0) => new(At(hours), Author, "NONE", Start) { Title = "Make it work", HeadSha = "head" };

    public static PullFacts Opened() => PullFacts.None with { Snapshot = Snapshot() };

    public static PullFacts Acted(this PullFacts facts, double hours) => facts.Merge(PullFacts.AuthorActed(At(hours)));

    public static PullFacts Reviewed(this PullFacts facts, double hours, string state, Account? by = null, string? body = null) =>
        facts.Merge(ReviewFacts.Said(by ?? Reviewer, state, At(hours), body, Author.Login));

    public static PullFacts Commented(this PullFacts facts, double hours, string body, Account? by = null) =>
        facts.Merge(ReviewFacts.Commented(by ?? Reviewer, At(hours), body, Author.Login));
}
