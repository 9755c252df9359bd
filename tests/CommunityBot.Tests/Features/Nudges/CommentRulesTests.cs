using CommunityBot.Features.Nudges;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class CommentRulesTests
{
    [Theory]
    [InlineData("Why is that?")]
    [InlineData("为什么？")]
    [InlineData("@author please rebase.")]
    [InlineData("Thanks, @Author")]
    public void A_question_and_a_word_to_the_author_ask_for_an_answer(string body) => Assert.True(CommentRules.Asks(body, "author"));

    [Theory]
    [InlineData("I will look at it.")]
    [InlineData("> Why is that?\n\nBecause.")]
    [InlineData("See https://example.org/?page=2 for that.")]
    [InlineData("`a ? b : c` is fine")]
    [InlineData("@author-of-another is right")]
    [InlineData(null)]
    public void What_asks_nothing_does_not(string? body) => Assert.False(CommentRules.Asks(body, "author"));

    [Fact]
    public void A_comment_of_commands_alone_says_nothing_to_people()
    {
        Assert.True(CommentRules.IsCommand("/snooze 3 days\n\n/away"));
        Assert.False(CommentRules.IsCommand("/snooze 3 days\nSorry for the wait."));
        Assert.False(CommentRules.IsCommand(""));
    }
}
