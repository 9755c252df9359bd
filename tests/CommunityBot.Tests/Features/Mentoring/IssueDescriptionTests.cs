using CommunityBot.Features.Mentoring;
using CsCheck;

namespace CommunityBot.Tests.Features.Mentoring;

public sealed class IssueDescriptionTests
{
    private const string Whole = """
        The wrong word is in `src/Greeting.cs`.

        - it says "Hello"
        - the tests pass

        Try it with `dotnet run -- hello`.
        """;

    [Fact]
    public void A_description_with_a_place_a_goal_and_a_way_to_try_it_lacks_nothing() => Assert.Equal(new IssueDescription(false, false, false), IssueDescription.Of(Whole));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("It would be nice if this were faster, e.g. at the start.")]
    [InlineData("速くしてほしい。")]
    [InlineData("<!-- Which file is it?\n- src/a.cs\n```\ncode\n``` -->\nIt is slow.")]
    [InlineData("It is slow. <!-- an unfinished - comment with `code`")]
    public void A_few_words_lack_all_of_it(string? body) => Assert.Equal(new IssueDescription(true, true, true), IssueDescription.Of(body));

    [Theory]
    [InlineData("It is in src/Greeting/Hello.cs somewhere.")]
    [InlineData("Look at Hello.cs for it.")]
    [InlineData("See https://github.com/octo/hello/blob/main/README for the place.")]
    [InlineData("The method `Greet` is too long.")]
    [InlineData("```\nGreet();\n```")]
    public void A_path_a_file_a_link_or_code_is_a_place(string body) => Assert.False(IssueDescription.Of(body).LacksPlace);

    [Theory]
    [InlineData("- [ ] it says hello", true)]
    [InlineData("* it says hello", true)]
    [InlineData("1. start it\n2. look", false)]
    public void A_list_is_a_goal_and_numbered_steps_are_a_way_to_try_it(string body, bool lacksTrial)
    {
        var description = IssueDescription.Of(body);

        Assert.False(description.LacksGoal);
        Assert.Equal(lacksTrial, description.LacksTrial);
    }

    [Fact]
    public void Long_prose_has_probably_all_of_it() =>
        Assert.Equal(new IssueDescription(false, false, false), IssueDescription.Of(string.Join(' ', Enumerable.Repeat("word", 400))));

    [Fact]
    public void What_is_added_to_a_description_never_makes_it_lack_more() =>
        Gen.OneOf(Gen.Const("`a b`"), Gen.Const("- a"), Gen.Const("1. a"), Gen.Const("src/a/b.cs"), Gen.Const("word"), Gen.Const("<!-- a -->"), Gen.Const(" ")).List[0, 8].Select(parts => string.Join('\n', parts)).Sample(body =>
        {
            var (less, more) = (IssueDescription.Of(body), IssueDescription.Of($"{body}\n\n{Whole}"));

            Assert.True(!more.LacksPlace && !more.LacksGoal && !more.LacksTrial);
            Assert.Equal(less, IssueDescription.Of($"<!-- `src/a.cs` -->{body}"));
        });
}
