using System.Text;
using CommunityBot.Features.Thanks;
using CommunityBot.Messages;
using CommunityBot.Tests.Messages;
using CsCheck;

namespace CommunityBot.Tests.Features.Thanks;

public sealed class ReleaseTitleTests
{
    [Fact]
    public void It_names_the_release_in_each_language_in_words_of_its_own()
    {
        Assert.Equal("Thank you for v1.2.0", ReleaseTitle.Of("en", "v1.2.0"));
        var titles = Languages.All.Select(language => ReleaseTitle.Of(language, "v1.2.0")).ToList();

        Assert.All(titles, title => Assert.Contains("v1.2.0", title, StringComparison.Ordinal));
        Assert.Equal(Languages.All.Count, titles.Distinct().Count());
    }

    [Fact]
    public void It_is_one_line_that_reads_as_it_is_written() =>
        Assert.Equal("Thank you for *Big* release 1", ReleaseTitle.Of("en", " *Big*\r\n\u202Erelease\u0007 \u200B1\u2066"));

    [Fact]
    public void It_fits_whatever_the_release_is_called() => Gen.Select(Gen.Int[0, Languages.All.Count - 1].Select(index => Languages.All[index]), NastyTitles.Any).Sample((language, name) =>
    {
        var title = ReleaseTitle.Of(language, name);

        Assert.InRange(title.Length, 1, 256);
        Assert.DoesNotContain(title.EnumerateRunes(), rune => Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F);
    });

    [Fact]
    public void A_long_name_is_cut_behind_a_whole_character() =>
        Assert.Equal($"Danke für {string.Concat(Enumerable.Repeat("👋🏽", ReleaseTitle.MostOfName / 4))}…", ReleaseTitle.Of("de", string.Concat(Enumerable.Repeat("👋🏽", 200))));
}
