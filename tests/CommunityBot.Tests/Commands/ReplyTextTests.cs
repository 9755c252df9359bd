using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityBot.Commands;
using CommunityBot.Messages;

namespace CommunityBot.Tests.Commands;

public sealed partial class ReplyTextTests
{
    private const string English = ".replies.en.json";

    public static TheoryData<string, string> Tables =>
        new(from resource in typeof(ReplyText).Assembly.GetManifestResourceNames()
            where resource.EndsWith(English, StringComparison.Ordinal)
            from language in Languages.All
            select (resource[..^".en.json".Length], language));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_language_has_every_sentence_with_the_same_values(string table, string language)
    {
        var (english, own) = (Read(table, Languages.Default), Read(table, language));

        Assert.Equal(english.Keys, own.Keys);
        Assert.All(own, sentence =>
        {
            Assert.Equal(Values(english[sentence.Key]), Values(sentence.Value));
            Assert.DoesNotMatch(@"@|#|!|！|  |\n|<|\[", sentence.Value);
            Assert.Equal(0, sentence.Value.Count(letter => letter == '`') % 2);
            Assert.True(sentence.Key is "colon" or "or" || Whole().IsMatch(sentence.Value), sentence.Value);
            Assert.True(language == Languages.Default || sentence.Key is "colon" or "or" || sentence.Value != english[sentence.Key], sentence.Value);
        });
    }

    [Fact]
    public void What_a_stranger_wrote_is_inert_and_what_is_our_own_may_be_copied()
    {
        Assert.Equal("Please write it as `/away [until DATE]`.", CommandReplies.Usage("/away [until DATE]").In("en"));
        Assert.Equal($"Please write it as `{InertText.Of("@all #1 <b>")}`.", new ReplyText("CommunityBot.Commands.Messages.replies", "usage", ("usage", "@all #1 <b>")).In("en"));
    }

    [Fact]
    public void One_of_some_values_is_said_in_the_language_and_inert()
    {
        var text = new ReplyText("CommunityBot.Features.Mentoring.Messages.replies", "no-label").WithOneOf("labels", ["easy", "@all", "help"]);

        Assert.Equal($"Only issues labelled easy or {InertText.Of("@all")} or help can be claimed.", text.In("en"));
        Assert.Equal($"Nur Issues mit dem Label easy oder {InertText.Of("@all")} oder help kann man übernehmen.", text.In("de"));
    }

    [Fact]
    public void There_is_no_sentence_of_another_name() =>
        Assert.Throws<KeyNotFoundException>(() => new ReplyText("CommunityBot.Commands.Messages.replies", "no-such"));

    [Fact]
    public void Every_command_says_in_every_language_what_it_is_for() =>
        Assert.All(RegisteredCommands.All, command => Assert.All(Languages.All, language => Assert.NotEmpty(command.Help.In(language))));

    private static Dictionary<string, string> Read(string table, string language)
    {
        using var stream = typeof(ReplyText).Assembly.GetManifestResourceStream($"{table}.{language}.json");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream!)!;
    }

    private static IEnumerable<string> Values(string sentence) => Value().Matches(sentence).Select(value => value.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"[.。:：]\z")]
    private static partial Regex Whole();
}
