namespace CommunityBot.Retention;

/// <summary>How long what is in a table is kept, as <c>docs/operating.md</c> lists it.</summary>
/// <param name="Table">The table.</param>
/// <param name="What">What is in it, in words.</param>
/// <param name="HowLong">How long it is kept, in words.</param>
/// <param name="Why">Why no shorter, and what keeps it from growing without end.</param>
/// <param name="Expiries">What of it goes.</param>
public sealed record Keeping(string Table, string What, string HowLong, string Why, params Expiry[] Expiries)
{
    /// <summary>
    /// How long it is known that a delivery came: GitHub can bring it again for <see href="https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks">3 days</see>, of
    /// which older pages say 30, and an Enterprise Server for 7.
    /// </summary>
    private static readonly TimeSpan Deliveries = TimeSpan.FromDays(30);

    /// <summary>How long what was done in answer to a command is kept at least: the pace is counted from it for an hour.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromDays(1);

    /// <summary>How long a claim or a mentoring is kept that has ended; how busy a mentor is, is counted over as long.</summary>
    private static readonly TimeSpan Ended = TimeSpan.FromDays(90);

    /// <summary>How long it counts that changes were asked for. A pull request that has been under review for longer has other troubles.</summary>
    private static readonly TimeSpan ChangeRequests = TimeSpan.FromDays(365);

    /// <summary>How long it is known that a reminder was sent: they are counted over a week.</summary>
    private static readonly TimeSpan Reminders = TimeSpan.FromDays(7);

    /// <summary>What is over is over.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    /// <summary>Every table, and nothing of it that is given up: that waits for an operator.</summary>
    public static readonly IReadOnlyList<Keeping> All =
    [
        new("payloads", "payloads of deliveries", "`Storage:KeepPayloads` after it was handled", "to see what an answer was about",
            new Expiry(
                // No later delivery than the first that is too young is looked at. The order of the join is forced: there may be few payloads and many deliveries.
                """
                SELECT p.seq FROM payloads p CROSS JOIN deliveries d
                WHERE d.seq = p.seq AND d.state = 2 AND d.finished_at < @0
                    AND p.seq < COALESCE((SELECT y.seq FROM deliveries y WHERE y.state = 2 AND y.finished_at >= @0 ORDER BY y.finished_at LIMIT 1), 9223372036854775807)
                ORDER BY p.seq LIMIT @1
                """,
                "DELETE FROM payloads WHERE seq = @0",
                storage => storage.KeepPayloads)),
        new("deliveries", "which deliveries came, and what became of them", "30 days after it was handled, or `Storage:KeepPayloads` if that is longer", "GitHub may bring one again, which is then known",
            new Expiry(
                """
                SELECT seq FROM deliveries d WHERE state = 2 AND finished_at < @0 AND NOT EXISTS (SELECT 1 FROM payloads p WHERE p.seq = d.seq)
                ORDER BY finished_at LIMIT @1
                """,
                "DELETE FROM deliveries WHERE seq = @0",
                storage => storage.KeepPayloads > Deliveries ? storage.KeepPayloads : Deliveries)),
        new("outbox", "what was said and done, and where",
            "its text `Storage:KeepPayloads` after it was posted, that it was said for ever; reactions and acts for a command `Storage:KeepPayloads`, and a day at least",
            "nothing is said twice; a short row for each thing that was ever said",
            new Expiry(
                "SELECT seq FROM outbox WHERE state = 2 AND effect <> '' AND finished_at < @0 AND moment NOT IN ('commands.act', 'commands.reaction') ORDER BY finished_at LIMIT @1",
                "UPDATE outbox SET effect = '' WHERE seq = @0",
                storage => storage.KeepPayloads),
            new Expiry(
                // A comment whose commands were run is known by itself. The kinds are compared in a way for which the index over all that was ever said is of no use.
                "SELECT seq FROM outbox WHERE state = 2 AND effect <> '' AND finished_at < @0 AND LOWER(moment) IN ('commands.act', 'commands.reaction') ORDER BY finished_at LIMIT @1",
                "DELETE FROM outbox WHERE seq = @0",
                storage => storage.KeepPayloads > Answers ? storage.KeepPayloads : Answers)),
        new("heard_comments", "which comments with commands were heard", "90 days after it was written", "what was written longer ago is not heard any more",
            new Expiry(
                "SELECT kind, comment_id, edited_at FROM heard_comments WHERE written_at < @0 AND written_at < (SELECT MAX(written_at) FROM heard_comments) ORDER BY written_at LIMIT @1",
                "DELETE FROM heard_comments WHERE kind = @0 AND comment_id = @1 AND edited_at = @2",
                _ => Commands.HeardComments.Remembered)),
        new("claims", "who works on which issue", "while it goes on, and 90 days", "one for an issue",
            new Expiry("SELECT id FROM claims WHERE ended_at IS NOT NULL AND ended_at < @0 ORDER BY ended_at LIMIT @1", "DELETE FROM claims WHERE id = @0", _ => Ended)),
        new("mentorings", "who helps whom", "while it goes on, and 90 days", "how busy a mentor is, is counted over as long",
            new Expiry(
                "SELECT repository_id, number FROM mentorings WHERE ended_at IS NOT NULL AND ended_at < @0 ORDER BY ended_at LIMIT @1",
                "DELETE FROM mentorings WHERE repository_id = @0 AND number = @1 AND ended_at IS NOT NULL",
                _ => Ended)),
        new("change_requests", "which reviews asked for changes", "a year", "they are counted for each pull request",
            new Expiry(
                "SELECT repository_id, number, review_id FROM change_requests WHERE asked_at < @0 ORDER BY asked_at LIMIT @1",
                "DELETE FROM change_requests WHERE repository_id = @0 AND number = @1 AND review_id = @2",
                _ => ChangeRequests)),
        new("sent_nudges", "who was reminded when", "a week", "they are counted for each person",
            new Expiry(
                "SELECT installation_id, person_id, sent_at, key FROM sent_nudges WHERE sent_at < @0 ORDER BY sent_at LIMIT @1",
                "DELETE FROM sent_nudges WHERE installation_id = @0 AND person_id = @1 AND sent_at = @2 AND key = @3",
                _ => Reminders)),
        new("availability", "who is away, and who wants no mentions", "until they are back; that somebody is muted for ever", "one for a person",
            new Expiry(
                "SELECT person_id, away_until FROM availability WHERE muted = 0 AND away_until < @0 ORDER BY away_until LIMIT @1",
                "DELETE FROM availability WHERE person_id = @0 AND muted = 0 AND away_until = @1",
                _ => AtOnce)),
        new("lane_pauses", "which installation waits for its pace, and that a process can write", "until it is over; an hour after a process ended", "one for an installation, and for a process",
            new Expiry(
                "SELECT queue, lane, rank, until FROM lane_pauses WHERE until < @0 ORDER BY until LIMIT @1",
                "DELETE FROM lane_pauses WHERE queue = @0 AND lane = @1 AND rank = @2 AND until = @3",
                _ => AtOnce)),
        new("installation_pauses", "which installation GitHub asked to wait", "until it is over", "one for an installation",
            new Expiry(
                "SELECT installation_id, until FROM installation_pauses WHERE until < @0 ORDER BY until LIMIT @1",
                "DELETE FROM installation_pauses WHERE installation_id = @0 AND until = @1",
                _ => AtOnce)),
        new("request_points", "how much an installation asked in the last minute", "until that is over", "one for an installation",
            new Expiry(
                "SELECT installation_id, used_until FROM request_points WHERE used_until < @0 ORDER BY used_until LIMIT @1",
                "DELETE FROM request_points WHERE installation_id = @0 AND used_until = @1",
                _ => AtOnce)),
        new("failed_deliveries", "what GitHub could not bring", "until it is here, 3 days at most", "GitHub has it no longer"),
        new("watermarks", "how far GitHub's list of deliveries was read", "for ever", "one for an App"),
        new("state_reads", "up to when issues and pull requests were compared with the ledger", "while the App is installed there", "one for a repository"),
        new("leases", "which replica looks for what falls due, since when a preview ran, and since when a service with credentials", "for ever; that of a preview until there are credentials", "one of each"),
        new("pull_requests", "how pull requests stand", "while it is open, and 30 days", "no late delivery opens one anew"),
        new("nudged_repositories", "whose open pull requests are known", "while the App is installed", "one for a repository"),
        new("installations", "since when the App is where", "while the App is installed", "one for an installation"),
        new("added_repositories", "which repositories came later", "while the App is installed there", "one for a repository"),
        new("config_files", "configs as they were last read", "for ever", "a few for a repository, of 64 KiB at most"),
        new("found_links", "where guides and roadmaps were found", "for ever", "one for a repository"),
        new("web_keys", "what the forms of the pages are signed with", "for ever", "one in 90 days"),
        new("people", "who is an insider, and whose history was asked for", "for ever", "one for a person and repository; GitHub is not asked again"),
        new("contributions", "the ledger", "for ever", "it is what counts, pages and thanks are made of"),
        new("kudos", "who thanked whom", "for ever", "it is what pages are made of"),
        new("shout_outs", "talks, posts and demos", "for ever", "it is what pages are made of"),
    ];
}
