using CommunityBot.GitHub;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Team;

namespace CommunityBot.IntegrationTests.Features.Nudges;

public sealed class NudgeTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Nobody_answers_for_three_workdays_and_a_mentor_is_reminded()
    {
        await MentorAsync("mentor");
        var pull = await _scene.OpenAsync();

        await _scene.PassAsync(days: 2);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        var nudge = Assert.Single(_scene.Said(pull, NudgeScene.FirstResponse));
        Assert.StartsWith("@mentor, this pull request has waited 3 days for a first answer. ", nudge, StringComparison.Ordinal);
        Assert.Contains("@author, your work in hello is not forgotten.", nudge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_nudge_takes_the_place_of_the_one_before_and_comes_after_twice_the_wait()
    {
        await MentorAsync("mentor");
        var pull = await _scene.OpenAsync();

        await _scene.PassAsync(days: 3 + 9);
        var first = Assert.Single(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        var second = Assert.Single(_scene.Nudges(pull));
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("@author", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requested_reviewers_come_before_owners_and_owners_before_mentors()
    {
        await MentorAsync("mentor");
        _scene.Repository.Files[".github/CODEOWNERS"] = "*.md @owner\n";
        _scene.GitHub.AddUser("owner");
        var (owned, requested) = (_scene.OpenPullRequest("author"), _scene.OpenPullRequest("author"));
        _scene.GitHub.PutFile(owned, "README.md", "words");
        _scene.GitHub.PutFile(requested, "README.md", "words");
        _scene.GitHub.RequestReview(requested, _scene.GitHub.AddUser("reviewer"));
        await _scene.DeliverAsync(owned);
        await _scene.DeliverAsync(requested);

        await _scene.PassAsync(days: 3);

        Assert.StartsWith("@owner, ", Assert.Single(_scene.Nudges(owned)), StringComparison.Ordinal);
        Assert.StartsWith("@reviewer, ", Assert.Single(_scene.Nudges(requested)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reviewed_is_reminded_of_the_answer()
    {
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", "changes_requested", "Please add a test.", association: "MEMBER");
        await _scene.PushAsync(pull, "author");

        await _scene.PassAsync(days: 7);

        var nudge = Assert.Single(_scene.Said(pull, NudgeScene.Review));
        Assert.StartsWith("@reviewer, this pull request has waited 7 days for another look.", nudge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_is_reminded_of_what_was_asked_for()
    {
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", "changes_requested", "Please add a test.", association: "MEMBER");

        await _scene.PassAsync(days: 13);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.StartsWith("@author, this pull request has waited 14 days for you: there is a question", Assert.Single(_scene.Said(pull, NudgeScene.Author)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_checks_are_the_authors_after_a_review()
    {
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", association: "MEMBER");
        _scene.GitHub.SetChecks(_scene.Repository, pull.HeadSha, "failure");

        await _scene.PassAsync(days: 14);

        Assert.Contains("its checks fail.", Assert.Single(_scene.Nudges(pull)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_checks_are_the_authors_also_where_somebody_else_is_owed_a_review()
    {
        await _scene.ConfigureAsync("nudges: { author: { after: 2 workdays }, review: { enabled: false } }\n");
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", "commented", "Fine so far.", association: "MEMBER");
        await _scene.PushAsync(pull, "author");
        _scene.GitHub.SetChecks(_scene.Repository, pull.HeadSha, "failure");

        await _scene.PassAsync(days: 2);

        Assert.Single(_scene.Said(pull, NudgeScene.Author));
    }

    [Fact]
    public async Task Failing_checks_are_not_the_authors_while_somebody_only_said_that_they_will_look()
    {
        var pull = await _scene.OpenAsync();
        await _scene.CommentAsync(pull, "member", "I will look at it next week.", association: "MEMBER");
        _scene.GitHub.SetChecks(_scene.Repository, pull.HeadSha, "failure");

        await _scene.PassAsync(days: 7);

        Assert.Single(_scene.Said(pull, NudgeScene.Review));
    }

    [Fact]
    public async Task Workflows_that_wait_for_approval_are_told_of()
    {
        var pull = await _scene.OpenAsync();
        _scene.GitHub.SetChecks(_scene.Repository, pull.HeadSha, "action_required");

        await _scene.PassAsync(days: 3);

        Assert.Contains("Its workflows have not run yet", Assert.Single(_scene.Nudges(pull)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_approved_and_not_merged_is_brought_to_a_merger()
    {
        await _scene.ConfigureAsync("people: { mergers: [carol] }\n");
        _scene.GitHub.AddUser("carol");
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", association: "MEMBER");

        await _scene.PassAsync(days: 3);

        Assert.StartsWith("@carol, this pull request is approved", Assert.Single(_scene.Said(pull, NudgeScene.Merge)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_nudges_it_is_handed_over_once_and_then_there_is_silence()
    {
        await _scene.ConfigureAsync("people: { mentors: [mentor], mergers: [carol] }\nnudges: { max-per-pull-request: 1 }\n");
        _scene.GitHub.AddUser("mentor");
        _scene.GitHub.AddUser("carol");
        var pull = await _scene.OpenAsync();

        await _scene.PassAsync(days: 20);
        Assert.StartsWith("@carol, this pull request has had its last reminder", Assert.Single(_scene.Nudges(pull)), StringComparison.Ordinal);
        Assert.Single(_scene.Said(pull, NudgeScene.HandOver));

        await _scene.PassAsync(days: 60);
        Assert.Single(_scene.Nudges(pull));
        Assert.Null(await _scene.DueAsync(pull));
    }

    [Fact]
    public async Task An_author_who_wants_no_mentions_is_spoken_for_once_and_what_happens_then_counts_as_ever()
    {
        await _scene.ConfigureAsync("people: { mentors: [mentor], mergers: [carol] }\n");
        var author = _scene.GitHub.AddUser("author");
        _scene.GitHub.AddUser("mentor");
        _scene.GitHub.AddUser("carol");
        await _scene.WriteAsync(context => Availability.SetMuted(context, new Account(author.Id, author.Login), muted: true));
        var pull = await _scene.OpenAsync();
        await _scene.ReviewAsync(pull, "reviewer", "changes_requested", "Please add a test.", association: "MEMBER");

        await _scene.PassAsync(days: 14);
        var early = Assert.Single(_scene.Said(pull, NudgeScene.HandOver));
        Assert.StartsWith("@carol, this pull request waits for somebody who cannot be reached now, and nothing has happened for 14 days.", early, StringComparison.Ordinal);
        Assert.Contains("I will not bring it up again until something happens.", early, StringComparison.Ordinal);
        Assert.DoesNotContain("last reminder", early, StringComparison.Ordinal);
        Assert.Null(await _scene.DueAsync(pull));

        await _scene.PushAsync(pull, "author");
        await _scene.PassAsync(days: 7);
        Assert.StartsWith("@reviewer, ", Assert.Single(_scene.Nudges(pull)), StringComparison.Ordinal);

        await _scene.ReviewAsync(pull, "reviewer", "changes_requested", "Please add another.", association: "MEMBER");
        await _scene.PassAsync(days: 30);
        Assert.Single(_scene.Said(pull, NudgeScene.Review));
        Assert.NotNull(await _scene.DueAsync(pull));
        Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.HandOver);
    }

    [Fact]
    public async Task Whatever_author_and_reviewer_do_begins_the_wait_anew()
    {
        var pull = await _scene.OpenAsync();
        await _scene.PassAsync(days: 2);
        await _scene.CommentAsync(pull, "author", "I found one more thing.");

        await _scene.PassAsync(days: 2);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.CommentAsync(pull, "member", "I will look at it next week.", association: "MEMBER");
        await _scene.PassAsync(days: 8);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Said(pull, NudgeScene.Review));
    }

    [Fact]
    public async Task Bots_labels_strangers_and_merges_from_the_base_do_not()
    {
        var pull = await _scene.OpenAsync();
        await _scene.PassAsync(days: 2);

        await _scene.CommentAsync(pull, "helper[bot]", "Coverage is up.", type: "Bot");
        await _scene.LabelAsync(pull, "bug", "member");
        var member = _scene.GitHub.AddUser("member");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Synchronized(pull, _scene.GitHub.UpdateBranch(pull, member), member));
        await _scene.CommentAsync(pull, "stranger", "I have that, too?");
        await _scene.PassAsync(days: 1);

        Assert.Single(_scene.Said(pull, NudgeScene.FirstResponse));
    }

    [Fact]
    public async Task Who_is_away_muted_or_had_enough_is_not_reminded()
    {
        await _scene.ConfigureAsync("people: { mentors: [away, muted, free] }\nnudges: { max-per-person-per-week: 1 }\n");
        var (away, muted) = (_scene.GitHub.AddUser("away"), _scene.GitHub.AddUser("muted"));
        _scene.GitHub.AddUser("free");
        await _scene.WriteAsync(context =>
        {
            Availability.SetAway(context, new Account(away.Id, away.Login), _scene.Time.GetUtcNow().AddDays(30));
            Availability.SetMuted(context, new Account(muted.Id, muted.Login), muted: true);
        });
        var (first, second) = (await _scene.OpenAsync(), await _scene.OpenAsync("another"));

        await _scene.PassAsync(days: 3);
        Assert.StartsWith("@free, ", Assert.Single(_scene.Nudges(first)), StringComparison.Ordinal);
        Assert.Empty(_scene.Nudges(second));

        await _scene.PassAsync(days: 7);
        Assert.StartsWith("@free, ", Assert.Single(_scene.Nudges(second)), StringComparison.Ordinal);
    }

    private Task MentorAsync(string login)
    {
        _scene.GitHub.AddUser(login);
        return _scene.ConfigureAsync($"people: {{ mentors: [{login}] }}\n");
    }
}
