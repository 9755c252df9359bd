using CommunityBot.Features.Closing;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Features.Closing;

public sealed class ClosingTextTests
{
    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    public static TheoryData<string, string> Texts => new(Languages.All.SelectMany(language => new[] { (ClosingFeature.NotYet.Kind, language), (ClosingFeature.No.Kind, language) }));

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_says_what_is_closed_why_and_where_the_project_is_going(string kind, string language)
    {
        var moment = kind == "closing.no" ? ClosingFeature.No : ClosingFeature.NotYet;
        var (issue, pull) = (Render(moment, language, "issue"), Render(moment, language, "pull_request"));

        Assert.NotEqual(issue, pull);
        Assert.All([issue, pull], text =>
        {
            Assert.Equal(1, text.Count(letter => letter == '@'));
            Assert.Matches(@"\A[^\n]*[.。:：]\n\n> It is \u2060?too early\n\n[^\n]*[.。]\z", text);
            Assert.Contains("](https://example.org/roadmap)", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[{}%]|!|！|  |[。，：、）] ", text);
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Without_a_reason_it_gives_one_of_its_own(string kind, string language)
    {
        var moment = kind == "closing.no" ? ClosingFeature.No : ClosingFeature.NotYet;
        var (given, own) = (Render(moment, language, "issue"), Render(moment, language, "issue", reason: null));

        Assert.Contains("hello", own, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", given, StringComparison.Ordinal);
        Assert.Matches(@"\A[^\n]*[.。]\n\n[^\n>]*[.。]\z", own);
    }

    private string Render(Moment moment, string language, string kind, string? reason = "It is too early") => _renderer.Render(moment, template: null, new(
        language, new RepositoryRef(1, 2, "octo", "hello"), "newcomer", new(kind, 7, "A title", "https://github.com/octo/hello/issues/7", []), new(Roadmap: "https://example.org/roadmap"))
    {
        Extras = new() { Reason = reason },
    });
}
