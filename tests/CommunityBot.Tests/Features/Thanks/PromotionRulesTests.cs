using CommunityBot.Features.Thanks.Promotions;

namespace CommunityBot.Tests.Features.Thanks;

public sealed class PromotionRulesTests
{
    private const string Added = "@@ -1,2 +1,3 @@\n @old\n-@gone\n+@new and @other\n+@NEW\n @context";

    [Fact]
    public void Who_is_in_an_added_line_and_was_nowhere_before_is_new() =>
        Assert.Equal([new("new", PromotionRole.CodeOwners)], NewOwners([Change(PromotionRole.CodeOwners, "old", "new", "context")], "old"));

    [Fact]
    public void Who_was_named_before_is_not_new_however_it_is_spelled() =>
        Assert.Empty(PromotionRules.NewOwners([Change(PromotionRole.CodeOwners, "new")], [new("New", IsFormer: true)]));

    [Fact]
    public void Who_has_left_is_not_promoted() =>
        Assert.Empty(PromotionRules.NewOwners([new(PromotionRole.Maintainers, [new("new", IsFormer: true)], Added)], []));

    [Fact]
    public void A_part_of_a_word_in_an_added_line_is_no_name() =>
        Assert.Empty(NewOwners([new(PromotionRole.Owners, [new("ne", IsFormer: false), new("new", IsFormer: false)], "+- new-other\n+- new_other\n new\n-new")]));

    [Fact]
    public void Each_is_named_once_with_the_strongest_role() => Assert.Equal(
        [new("new", PromotionRole.Maintainers), new("other", PromotionRole.Owners)],
        NewOwners([Change(PromotionRole.CodeOwners, "other", "new"), Change(PromotionRole.Owners, "other"), Change(PromotionRole.Maintainers, "new", "New")]));

    [Theory]
    [InlineData(PromotionRole.CodeOwners, "1-2-codeowners")]
    [InlineData(PromotionRole.Maintainers, "1-2-maintainers")]
    [InlineData(PromotionRole.Owners, "1-2-owners")]
    public void A_promotion_is_once_per_person_repository_and_role(PromotionRole role, string key) => Assert.Equal(key, PromotionRules.Key(1, 2, PromotionRules.Name(role)));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void A_config_may_want_nothing_said_of_promotions(bool thanks, bool promotion, bool wanted) =>
        Assert.Equal(wanted, PromotionRules.Wanted(new() { Enabled = thanks, Promotion = new() { Enabled = promotion } }) is not null);

    private static OwnerChange Change(PromotionRole role, params string[] logins) => new(role, [.. logins.Select(login => new NamedOwner(login, IsFormer: false))], Added);

    private static IReadOnlyList<NewOwner> NewOwners(IEnumerable<OwnerChange> changes, params string[] before) =>
        PromotionRules.NewOwners(changes, before.Select(login => new NamedOwner(login, IsFormer: false)));
}
