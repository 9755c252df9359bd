using System.Text.RegularExpressions;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>What a template can speak of, as its values. No name is anywhere else: those that a template may use are read from here.</summary>
internal static partial class MessageValues
{
    /// <summary>The values of a model, by their names.</summary>
    public static IEnumerable<(string Name, FluidValue Value)> Of(MessageModel model, Uri serverUrl)
    {
        var (repository, links, extras) = (model.Repository, model.Links, model.Extras);
        yield return ("author", new PersonValue(model.Author, serverUrl));
        yield return ("repository", new FieldsValue(
            ("full_name", Name(repository.FullName)),
            ("name", Name(repository.Name)),
            ("owner", Name(repository.Owner)),
            ("url", SafeAddress.Of(new Uri(serverUrl, repository.FullName).AbsoluteUri))));
        foreach (var item in extras.Related.Append(model.Item))
        {
            yield return (item.Kind, Fields(item));
        }

        yield return ("links", new FieldsValue(
            ("contributing", SafeAddress.Of(links.Contributing)),
            ("code-of-conduct", SafeAddress.Of(links.CodeOfConduct)),
            ("roadmap", SafeAddress.Of(links.Roadmap)),
            ("chat", SafeAddress.Of(links.Chat)),
            ("ideas", SafeAddress.Of(links.Ideas))));
        yield return ("good_first_issues", new ListValue(extras.GoodFirstIssues.Select(Fields)));
        yield return ("count", Number(extras.Count));
        yield return ("days", Number(extras.Days));
        yield return ("lines", Change(extras.Lines));
        yield return ("files", Change(extras.Files));
        yield return ("updates", Number(extras.Updates));
        yield return ("checks_fail", BooleanValue.Create(extras.ChecksFail));
        yield return ("workflows_wait", BooleanValue.Create(extras.WorkflowsWait));
        yield return ("can_claim", BooleanValue.Create(extras.CanClaim));
        yield return ("lacks_place", BooleanValue.Create(extras.LacksPlace));
        yield return ("lacks_goal", BooleanValue.Create(extras.LacksGoal));
        yield return ("lacks_trial", BooleanValue.Create(extras.LacksTrial));
        yield return ("mentor", Person(extras.Mentor, serverUrl));
        yield return ("merger", Person(extras.Merger, serverUrl));
        yield return ("reason", string.IsNullOrWhiteSpace(extras.Reason) ? NilValue.Instance : new StrangerText(extras.Reason));
        foreach (var list in MessageExtras.PeopleLists)
        {
            yield return (list, extras.People.TryGetValue(list, out var people) ? new ListValue(people.Select(login => new PersonValue(login, serverUrl))) : NilValue.Instance);
        }
    }

    private static FluidValue Number(int? number) => number is { } known ? NumberValue.Create(known) : NilValue.Instance;

    // Nothing is worth a sentence no more than what is not known: an empty file, or a rename.
    private static FluidValue Change(int? number) => Number(number is 0 ? null : number);

    private static FluidValue Person(string? login, Uri serverUrl) => login is null ? NilValue.Instance : new PersonValue(login, serverUrl);

    private static FieldsValue Fields(MessageItem item) => new(
        ("number", item.Number > 0 ? NumberValue.Create(item.Number) : NilValue.Instance),
        ("title", new StrangerText(item.Title)),
        ("url", SafeAddress.Of(item.Url)),
        ("labels", new ListValue(item.Labels.Select(label => new StrangerText(label)))));

    private static StrangerText Name(string name) => new(name, isName: NameOnGitHub().IsMatch(name));

    [GeneratedRegex(@"\A[A-Za-z0-9._/-]+\z")]
    private static partial Regex NameOnGitHub();
}
