using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.Outbox;

namespace CommunityBot.Commands;

/// <summary>What a command stands on, as it will be after the commands before it in the same comment.</summary>
/// <param name="Item">What messages know of it: whether it is an issue, a pull request or a discussion, its number, title, page and labels (of a discussion, payloads name none).</param>
/// <param name="NodeId">Id by which GraphQL knows it.</param>
/// <param name="Author">Who opened it; null if that is no person.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Assignees">People that it is assigned to.</param>
public sealed record CommandItem(MessageItem Item, string NodeId, Account? Author, bool IsOpen, IReadOnlyList<Account> Assignees)
{
    /// <summary>Whether it is an issue.</summary>
    public bool IsIssue => Item.Kind == "issue";

    /// <summary>Whether it is a pull request.</summary>
    public bool IsPullRequest => Item.Kind == "pull_request";

    /// <summary>Node id of the discussion, if it is one.</summary>
    public string? DiscussionId => IsIssue || IsPullRequest ? null : NodeId;

    /// <summary>The same after acts of somebody; whom they assign besides is not known by more than a name.</summary>
    /// <param name="acts">What is done.</param>
    /// <param name="person">Whose command it was.</param>
    public CommandItem After(IReadOnlyList<Act> acts, Account person) => acts.Aggregate(this, (item, act) => act switch
    {
        CloseAct => item with { IsOpen = false },
        AssignAct assign => item with { Assignees = [.. item.Without(assign.Login), Is(person, assign.Login) ? person : new(0, assign.Login)] },
        UnassignAct unassign => item with { Assignees = [.. item.Without(unassign.Login)] },
        _ => item,
    });

    private IEnumerable<Account> Without(string login) => Assignees.Where(assignee => !Is(assignee, login));

    private static bool Is(Account account, string login) => account.Login.Equals(login, StringComparison.OrdinalIgnoreCase);
}
