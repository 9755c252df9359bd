using CommunityBot.GitHub;
using CommunityBot.Team;
using CsCheck;

namespace CommunityBot.Tests.Team;

public sealed class MentorRulesTests
{
    [Fact]
    public void The_least_busy_is_asked_first_then_who_was_asked_longest_ago_then_the_oldest_account()
    {
        Account[] people = [new(1, "alice"), new(2, "bob"), new(3, "carol"), new(4, "dave")];

        Assert.Equal("carol", Choose(new(2, 1), new(1, 9), new(1, 5), new(3, 0)));
        Assert.Equal("bob", Choose(new(2, 1), new(0, 9), new(1, 5), new(3, 0)));
        Assert.Equal("alice", Choose(default, default, default, default));
        Assert.Null(MentorRules.Choose([], new Dictionary<long, MentorLoad>()));

        string? Choose(params MentorLoad[] loads) => MentorRules.Choose(people, people.Zip(loads).ToDictionary(of => of.First.Id, of => of.Second))?.Login;
    }

    [Fact]
    public void In_whatever_order_people_are_named_the_same_one_is_chosen() =>
        Gen.Select(Gen.Long[0, 3], Gen.Long[0, 3]).Array[1, 6].Sample(loads =>
        {
            var people = loads.Select((_, number) => new Account(number, $"mentor{number}")).ToList();
            var byId = people.ToDictionary(person => person.Id, person => new MentorLoad(loads[person.Id].Item1, loads[person.Id].Item2));

            Assert.Equal(MentorRules.Choose(people, byId), MentorRules.Choose(people.AsEnumerable().Reverse(), byId));
        });
}
