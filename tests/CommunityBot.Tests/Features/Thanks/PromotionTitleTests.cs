using CommunityBot.Features.Thanks.Promotions;
using CommunityBot.Messages;

namespace CommunityBot.Tests.Features.Thanks;

public sealed class PromotionTitleTests
{
    [Fact]
    public void Each_language_has_a_title_of_its_own_with_both_names()
    {
        var titles = Languages.All.Select(language => PromotionTitles.Of(language, "riser", "hello")).ToList();

        Assert.Equal(Languages.All.Count, titles.Distinct().Count());
        Assert.All(titles, title => Assert.Matches(@"\A[^@#<>\n]*\briser\b[^@#<>\n]*\bhello\b[^@#<>\n]*\z|\A[^@#<>\n]*\bhello\b[^@#<>\n]*\briser\b[^@#<>\n]*\z", title));
    }
}
