using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.Tests.RepositoryConfig;
using Octokit.Webhooks.Models;

namespace CommunityBot.Tests.Inbox;

public sealed class RefusalRulesTests
{
    [Theory]
    [InlineData("mode: on", false)]
    [InlineData("mode: observe", false)]
    [InlineData("mode: off", true)]
    [InlineData("people: { ignore: [somebody] }", false)]
    [InlineData("people: { ignore: [Author] }", true)]
    [InlineData("people: { ignore: [somebody, sender] }", true)]
    public void A_config_can_want_silence(string config, bool silent)
    {
        var subject = new Subject([Account("author"), Account("sender")], default, Locked: false);

        Assert.Equal(silent, RefusalRules.Why(EffectiveConfig.Of(Configs.Keys, repository: Configs.Parse(config)), subject) is not null);
    }

    private static User Account(string login) => new() { Login = login, Id = 1, AvatarUrl = "", Url = "", Type = UserType.User };
}
