using CommunityBot.Features.Nudges;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Settings;
using Availability = CommunityBot.Team.Presence;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class AddresseeRulesTests
{
    private static readonly PeopleSettings People = new() { Ignore = ["Ignored"] };

    [Fact]
    public void The_two_who_were_reminded_least_are_spoken_to() =>
        Assert.Equal(["b", "c"], Logins(Choose([Free("a", 3), Free("b", 0), Free("c", 1), Free("d", 2)])));

    [Fact]
    public void Nobody_is_spoken_to_who_is_muted_ignored_or_a_bot()
    {
        var choice = Choose([Free("muted") with { Presence = new(IsMuted: true, AwayUntil: null) }, Free("ignored"), Free("helper[bot]"), Free("Copilot")]);

        Assert.Empty(choice.People);
        Assert.False(choice.IsLater);
    }

    [Fact]
    public void Who_is_away_or_had_enough_this_week_is_left_alone_while_there_are_others() =>
        Assert.Equal(["c"], Logins(Choose([Away("a", days: 3), Free("b", 5), Free("c", 4)])));

    [Fact]
    public void If_nobody_else_is_there_it_waits_for_them()
    {
        Assert.Equal((true, Pulls.Start.AddDays(3)), (Choose([Away("a", days: 3), Away("b", days: 9)]) is var away ? (away.IsLater, away.BackAt) : default));
        Assert.Equal((true, null), (Choose([Away("a", days: 3), Free("b", 5)]) is var busy ? (busy.IsLater, busy.BackAt) : default));
    }

    [Fact]
    public void It_does_not_wait_for_ever() => Assert.False(Choose([Away("a", days: 3)], putOff: AddresseeRules.MostPutOff).IsLater);

    private static AddresseeChoice Choose(IEnumerable<Candidate> candidates, int putOff = 0) => AddresseeRules.Choose(candidates, People, mostAWeek: 5, putOff, Pulls.Start);

    private static IEnumerable<string> Logins(AddresseeChoice choice) => choice.People.Select(person => person.Login);

    private static Candidate Free(string login, int recent = 0) => new(new Account(login[0], login), Availability.Free, recent);

    private static Candidate Away(string login, int days) => Free(login) with { Presence = new(IsMuted: false, Pulls.Start.AddDays(days)) };
}
