using System.Text.RegularExpressions;
using CommunityBot.Features.Nudges;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Features.Nudges;

public sealed partial class NudgeTextTests
{
    private static readonly Moment[] Moments = [NudgesFeature.FirstResponse, NudgesFeature.Review, NudgesFeature.Author, NudgesFeature.Merge, NudgesFeature.HandOver, NudgesFeature.EarlyHandOver];

    private static readonly string[][] Lists = [[], ["first"], ["first", "second"]];

    private static readonly int?[] Sizes = [null, 1, 12];

    private static readonly bool[] Booleans = [false, true];

    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    public static TheoryData<int, string> Texts => new(Moments.Index().SelectMany(moment => Languages.All, (moment, language) => (moment.Index, language)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_nudge_speaks_every_language_in_whole_sentences_to_whoever_it_is_for(int index, string language)
    {
        var moment = Moments[index];
        foreach (var (people, extras) in Cases().Where(one => moment != NudgesFeature.EarlyHandOver || one.People.Length > 0))
        {
            var text = _renderer.Render(moment.Template(language), Model(language, people, extras));

            string[] told = extras.Count == 1 ? ["author"] : [];
            Assert.Equal(moment == NudgesFeature.Author ? ["author"] : [.. people, .. told], Mention().Matches(text).Select(mention => mention.Groups[1].Value));
            Assert.DoesNotMatch(@"[{}%]|!|！|\n\n\n|  | \n|\n |[。，：、）] |\]\(\)", text);
            Assert.All(text.Split("\n\n"), paragraph => Assert.Matches(@"[.。]\z", paragraph));
            Assert.Contains("3", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_first_nudge_says_how_long_how_much_and_what_helps()
    {
        var text = _renderer.Render(NudgesFeature.Review.Template("en"), Model("en", ["reviewer"], new() { Count = 1, Days = 1, Lines = 12, Files = 1, Updates = 2 }));

        Assert.Equal(
            """
            @reviewer, this pull request has waited 1 day for another look. Its author has answered or changed it 2 times since the last look. It changes 12 lines in 1 file. What helps now is an approval, or a word on what is still missing.

            @author, your work in hello is not forgotten. Thank you for your patience.
            """,
            text);
    }

    private static IEnumerable<(string[] People, MessageExtras Extras)> Cases() =>
        from people in Lists
        from count in Enumerable.Range(1, 2)
        from size in Sizes
        from updates in Enumerable.Range(0, 3)
        from bad in Booleans
        select (people, new MessageExtras { Count = count, Days = 3, Lines = size, Files = size, Updates = updates, ChecksFail = bad, WorkflowsWait = bad });

    private static MessageModel Model(string language, IReadOnlyList<string> people, MessageExtras extras) =>
        new(language, new RepositoryRef(1, 2, "octo", "hello"), "author", new("pull_request", 7, "A title", "https://github.com/octo/hello/pull/7", []), MessageLinks.None)
        {
            Extras = extras with { People = new Dictionary<string, IReadOnlyList<string>> { ["reviewers"] = people, ["mergers"] = people } },
        };

    [GeneratedRegex("@([A-Za-z0-9-]+)")]
    private static partial Regex Mention();
}
