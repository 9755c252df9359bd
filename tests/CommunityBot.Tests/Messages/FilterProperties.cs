using System.Text.RegularExpressions;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using CsCheck;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

public sealed partial class FilterProperties
{
    /// <summary>Cases of a normal run; <c>CsCheck_Iter</c> asks for more.</summary>
    private const int Cases = 5_000;

    private static readonly string[] Values =
        ["issue.title", "issue.labels", "issue.labels.first", "repository.name", "author.login", "author", "'text'", "'now'", "'2026-11-24'", "'%Y %B'", "1", "2.5", "mentor"];

    private static readonly Gen<string> Filter =
        from name in Gen.OneOf([.. MessageFilters.Names])
        from arguments in Gen.OneOf(Values).Array[0, 3]
        select arguments.Length == 0 ? name : $"{name}: {string.Join(", ", arguments)}";

    private static readonly Gen<string> Filtered =
        from input in Gen.OneOf(Values)
        from filters in Filter.Array[1, 3]
        select $"{{{{ {input} | {string.Join(" | ", filters)} }}}}";

    private static readonly Gen<string> Plain =
        from value in Gen.OneOf("issue.title", "issue.labels", "issue.labels.first", "issue.labels.last", "repository.name", "author.login", "author")
        select $"{{{{ {value} }}}}";

    private static readonly Gen<string> Template = Gen.OneOf(
        Filtered,
        Gen.Select(Plain, Filtered, string.Concat),
        Gen.Select(Filtered, Plain, string.Concat),
        Gen.Select(Plain, Gen.OneOf("", "ab", "&", "<", "</"), Plain, (one, between, other) => $"{one}{between}{other}"));

    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    [Fact]
    public void Whatever_the_filter_and_wherever_it_stands_a_strangers_text_is_inert() =>
        Gen.Select(Template, NastyTitles.Any).Sample(
            (template, title) => Assert.Empty(Faults(template, title)), iter: Math.Max(Cases, Check.Iter));

    private IEnumerable<string> Faults(string template, string title)
    {
        // A login would be a mention, and the name of a repository what it is, on purpose.
        var model = new MessageModel(
            "en", new RepositoryRef(1, 2, "octo", $"{title}!"), $"{title}/", new("issue", 7, title, "https://github.com/octo/hello/issues/7", ["abc", "def1234"]), new());
        var comment = new RenderedComment($"Thank you for {Render(template, model)}.");
        return GitHubFilters.FindIn(comment.Lines).Append(comment.Elements).Where(fault => fault != "p" && !Clock().IsMatch(fault));
    }

    // What goes beyond a bound is not printed at all.
    private string Render(string template, MessageModel model)
    {
        try
        {
            return _renderer.Render(template, model);
        }
        catch (TemplateException)
        {
            return "";
        }
    }

    // The minutes of a time of day stand between colons, as an emoji's name does; none is called by two digits.
    [GeneratedRegex("^emoji: :[0-9]{2}:$")]
    private static partial Regex Clock();
}
