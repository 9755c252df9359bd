using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Commands;

public sealed class CommandTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenIssue("author");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Help_is_one_reply_with_the_list_to_whoever_asked()
    {
        var comment = await _scene.CommentAsync(_issue, "asker", "How does this work?\n\n/help\n/Help");

        var reply = Assert.Single(_scene.Replies(_issue));
        Assert.StartsWith("Hi @asker.", reply, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=commands.reply key=issue-{comment.Id} -->", reply, StringComparison.Ordinal);
        Assert.All(["/help", "/thanks", "/shout-out", "/away", "/back", "/mute", "/unmute", "/not-yet", "/no"], command => Assert.Single(reply.Split('\n'), line => line.StartsWith($"- `{command}`", StringComparison.Ordinal) || line.StartsWith($"- `{command} ", StringComparison.Ordinal)));
        Assert.Equal(["rocket"], _scene.Answers(comment));
    }

    [Fact]
    public async Task Commands_work_on_pull_requests_on_their_lines_and_in_discussions()
    {
        var (pull, discussion) = (_scene.OpenPullRequest("author"), _scene.OpenDiscussion("author"));
        var below = await _scene.CommentAsync(pull, "asker", "/help");
        var answer = await _scene.CommentAsync(discussion, "asker", "/help");
        var line = _scene.GitHub.CommentOnLine(pull, _scene.GitHub.AddUser("asker"), "/help");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(pull, line));

        Assert.All([below, answer, line], comment => Assert.Equal(["rocket"], _scene.Answers(comment)));
        Assert.Single(_scene.Replies(pull));
        Assert.Single(_scene.Replies(discussion));
        Assert.Contains("moment=commands.reply ", Assert.Single(pull.LineComments, comment => comment.InReplyTo == line.Id).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reply_on_a_line_is_in_its_thread_once_whatever_GitHub_answers()
    {
        var pull = _scene.OpenPullRequest("author");
        var line = _scene.GitHub.CommentOnLine(pull, _scene.GitHub.AddUser("asker"), "/help");
        _scene.GitHub.Faults.Add(new(FaultKind.ResetAfterTheEffect, (method, path) => method == "POST" && path.EndsWith("/replies", StringComparison.Ordinal)) { Times = 1 });
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(pull, line));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.Bot.SettledAsync();

        Assert.Single(pull.LineComments, comment => comment.InReplyTo == line.Id);
        Assert.Equal(WorkState.Completed, (await _scene.Bot.OutboxAsync()).Single(message => message.Moment == "commands.reply").State);
    }

    [Theory]
    [InlineData("Just words.")]
    [InlineData("/hold\n/lgtm cancel")]
    [InlineData("/help, please")]
    [InlineData("See `/help`.\n\n> /help\n\n```\n/help\n```\n\n    /help\n\n<!--\n/help\n-->")]
    public async Task What_is_none_of_its_words_is_left_alone(string body)
    {
        await _scene.CommentAsync(_issue, "asker", body);

        Assert.Empty(await _scene.Bot.OutboxAsync());
        Assert.Empty(_scene.Calls);
    }

    [Theory]
    [InlineData("other[bot]", "Bot")]
    [InlineData("Copilot", "Bot")]
    [InlineData("ghost", "User")]
    [InlineData("ignored", "User")]
    public async Task Bots_and_whom_the_config_ignores_have_no_commands(string login, string type)
    {
        await _scene.ConfigureAsync("people: { ignore: [ignored] }\n");
        var comment = await _scene.CommentAsync(_issue, login, "/help\n/away until yesterday", type: type);

        Assert.Empty(_scene.Answers(comment));
        Assert.Empty(_scene.Replies(_issue));
    }

    [Fact]
    public async Task Nothing_is_done_where_nothing_is_said()
    {
        _scene.GitHub.Lock(_issue);
        await _scene.CommentAsync(_issue, "asker", "/help");
        _scene.GitHub.Unlock(_issue);
        _scene.Repository.Archived = true;
        await _scene.CommentAsync(_issue, "asker", "/help");
        _scene.Repository.Archived = false;
        await _scene.ConfigureAsync("mode: off\n");
        await _scene.CommentAsync(_issue, "asker", "/help");

        Assert.All(_issue.Comments, comment => Assert.Empty(comment.Reactions));
        Assert.Equal(3, _issue.Comments.Count);
    }

    [Fact]
    public async Task Commands_work_on_what_is_older_than_the_installation()
    {
        var old = _scene.OpenIssue("author", createdAt: _scene.Installation.CreatedAt.AddYears(-1));

        Assert.Equal(["rocket"], _scene.Answers(await _scene.CommentAsync(old, "asker", "/help")));
    }

    [Fact]
    public async Task What_was_written_before_the_installation_asks_for_nothing()
    {
        var later = _scene.GitHub.AddRepository(_scene.GitHub.AddInstallation("later", _scene.Time.GetUtcNow().AddDays(1)), "later", "thing");
        var issue = _scene.GitHub.OpenIssue(later, _scene.GitHub.AddUser("author"));

        Assert.Empty(_scene.Answers(await _scene.CommentAsync(issue, "asker", "/help")));
        Assert.Empty(_scene.Replies(issue));
    }

    [Fact]
    public async Task An_edit_runs_the_lines_that_are_new_and_answers_with_no_second_reply()
    {
        var comment = await _scene.CommentAsync(_issue, "asker", "/away until then");
        Assert.Equal(["confused"], _scene.Answers(comment));
        var requests = (await _scene.Bot.OutboxAsync()).Count;

        await _scene.EditAsync(_issue, comment, "Well.\n/away until then");
        Assert.Equal(requests, (await _scene.Bot.OutboxAsync()).Count);

        await _scene.EditAsync(_issue, comment, "/away until then\n/away\n/back tomorrow\n/away until never");

        Assert.Equal(["confused", "rocket"], _scene.Answers(comment));
        Assert.Single(_scene.Replies(_issue));
    }

    [Theory]
    [InlineData("discussion")]
    [InlineData("line")]
    public async Task An_edit_elsewhere_runs_the_lines_that_are_new(string place)
    {
        var item = place == "line" ? _scene.OpenPullRequest("author") : _scene.OpenDiscussion("author");
        var author = _scene.GitHub.AddUser("asker");
        var comment = place == "line" ? _scene.GitHub.CommentOnLine(item, author, "/help") : _scene.GitHub.Comment(item, author, "/help");
        await _scene.EditAsync(item, comment, "Please:\n/help");
        Assert.Empty(_scene.Answers(comment));

        await _scene.EditAsync(item, comment, "/away\n/help");

        Assert.Equal(["rocket"], _scene.Answers(comment));
        Assert.Empty(_scene.Replies(item));
    }

    [Fact]
    public async Task An_edit_by_somebody_else_asks_for_nothing()
    {
        var comment = await _scene.CommentAsync(_issue, "asker", "Words.");
        await _scene.EditAsync(_issue, comment, "/help", _scene.GitHub.AddUser("maintainer"));

        Assert.Empty(_scene.Answers(comment));
        Assert.Empty(_scene.Replies(_issue));
    }

    [Fact]
    public async Task Five_commands_of_a_comment_are_run_and_what_is_nobodys_word_does_not_count()
    {
        await _scene.CommentAsync(_issue, "asker", "/hold\n/back\n/back\n/back\n/back\n/thanks @me-not\n/help");

        Assert.Contains("`/thanks`", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
        Assert.DoesNotContain("`/help`", _scene.Replies(_issue)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_and_what_is_not_are_answered_together()
    {
        var comment = await _scene.CommentAsync(_issue, "asker", "/away until then\n/back\n/no\n/thanks you");

        Assert.Equal(["confused", "rocket"], _scene.Answers(comment));
        var reply = Assert.Single(_scene.Replies(_issue));
        Assert.Equal(["- `/away`", "- `/no`", "- `/thanks`"], reply.Split('\n').Where(line => line.StartsWith('-')).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task What_GitHub_refuses_leads_to_no_second_reply()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, _) => method == "PATCH") { Status = 403, Message = "Resource not accessible by integration" });
        var comment = await _scene.CommentAsync(_issue, "maintainer", "/help\n/no", association: "MEMBER");

        Assert.Equal(["confused", "rocket"], _scene.Answers(comment));
        Assert.Single(_scene.Replies(_issue));
    }

    [Fact]
    public async Task A_comment_is_heard_once_under_whatever_id_it_comes()
    {
        var comment = await _scene.CommentAsync(_issue, "asker", "/away\n/thanks you");
        await _scene.CommentAsync(_issue, "asker", "/back");
        var before = await _scene.Bot.OutboxAsync();
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(_issue, comment));

        Assert.Equal(before.Count, (await _scene.Bot.OutboxAsync()).Count);
        Assert.Single(_scene.Replies(_issue));
        Assert.True((await _scene.PresenceAsync("asker")).IsFree(_scene.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Whose_rank_GitHub_does_not_tell_is_left_alone()
    {
        _scene.RefusePermission(403);
        var comment = await _scene.CommentAsync(_issue, "asker", "/no");

        Assert.Empty(_scene.Answers(comment));
        Assert.Empty(_scene.Replies(_issue));
        Assert.Null(_issue.ClosedAt);
    }

    [Fact]
    public async Task A_reply_speaks_the_language_of_the_config()
    {
        await _scene.ConfigureAsync("language: de\n");
        await _scene.CommentAsync(_issue, "asker", "/away bis morgen");

        Assert.StartsWith("Hallo @asker.\n\nDas wurde nicht ausgeführt:\n\n- `/away`: Das Datum", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_mentions_nobody_but_whom_it_answers()
    {
        await _scene.CommentAsync(_issue, "asker", "/thanks @nobody-there for #1\n/shout-out @alice ftp://x");

        Assert.Equal(1, Assert.Single(_scene.Replies(_issue)).Count(letter => letter == '@'));
    }

    [Fact]
    public async Task Observed_repository_gets_no_reaction_and_no_reply()
    {
        await _scene.ConfigureAsync("mode: observe\n");
        var comment = await _scene.CommentAsync(_issue, "asker", "/help");

        Assert.Empty(_scene.Answers(comment));
        Assert.Empty(_scene.Replies(_issue));
    }
}
