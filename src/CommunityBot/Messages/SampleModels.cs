using CommunityBot.GitHub;

namespace CommunityBot.Messages;

/// <summary>What templates are tried on before anybody sees them: the most that there is of everything, and the least.</summary>
internal static class SampleModels
{
    private const string Url = "https://github.com/octo-organization/hello-world/issues/100000";

    private static readonly RepositoryRef Repository = new(1, 1, "octo-organization", "hello-world");

    private static readonly MessageLinks Links = new(Url, Url, Url, Url, Url);

    /// <summary>Titles, labels and lists as long as GitHub has them, and every name that there can be. The letters are ordinary: what only fails on a title of nothing but marks is no mistake.</summary>
    public static readonly MessageModel Full = new(Languages.Default, Repository, Login(0), Item("issue"), Links)
    {
        Extras = new()
        {
            Count = 100,
            Days = 100,
            Lines = 100_000,
            Files = 3_000,
            Updates = 100,
            ChecksFail = true,
            WorkflowsWait = true,
            CanClaim = true,
            LacksPlace = true,
            LacksGoal = true,
            LacksTrial = true,
            Mentor = Login(0),
            Merger = Login(0),
            Reason = new('x', 1_000),
            GoodFirstIssues = [Item("issue"), Item("issue"), Item("issue")],
            Related = [Item("pull_request"), Item("discussion"), Item("release")],
            People = MessageExtras.PeopleLists.ToDictionary(list => list, _ => (IReadOnlyList<string>)[.. Enumerable.Range(0, 100).Select(Login)]),
        },
    };

    /// <summary>Nothing of what can be missing.</summary>
    public static readonly MessageModel Empty = new(Languages.Default, Repository, "a", new("issue", 1, "", Url, []), MessageLinks.None);

    private static MessageItem Item(string kind) => new(kind, 100_000, new('x', 256), Url, [.. Enumerable.Repeat(new string('x', 50), 100)]);

    private static string Login(int number) => $"{new string('x', 36)}{number}";
}
