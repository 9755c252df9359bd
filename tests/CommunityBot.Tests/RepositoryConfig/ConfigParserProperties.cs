using CsCheck;

namespace CommunityBot.Tests.RepositoryConfig;

/// <summary>What holds whatever a file has in it.</summary>
public sealed class ConfigParserProperties
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Int[0, 8].Select(depth => $"\n{new string(' ', 2 * depth)}"),
        Gen.OneOf(
            "version: 1", "language: en", "mode:", "links:", "people:", "welcome:", "first-issue:", "message: |", "message: \"", "variants:", "- when:", "label:", "nudges:", "calendar:",
            "time-zone: UTC", "workdays: [mon", "hours:", "holidays:", "thanks:", "after: 3 days", "reaction: +1", "unknown: x"),
        Gen.OneOf(
            ": ", "- ", "? ", "{", "}", "[", "]", ",", "|", ">", "&a", "*a", "!t", "!!", "%YAML 1.2\n", "---\n", "...\n", "#", "'", "\"", "\\", "\t", "\r", "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "~", "<<",
            "{{ author", "}}", "{% for i in x %}", "é", "0x10", ".inf", "null", "@a", "`"),
        Gen.Char.Select(letter => $"{letter}"));

    private static readonly Gen<string> File = Piece.Array[0, 40].Select(string.Concat);

    [Fact]
    public void Every_file_is_read_and_every_problem_has_a_place_and_one_line() =>
        File.Sample(
            text =>
            {
                var file = Configs.Parse(text);

                Assert.Equal(file.IsRefused, file.Problems.Count == 1 && file.Problems[0].Message.StartsWith("The file is refused", StringComparison.Ordinal));
                Assert.All(file.Problems, problem =>
                {
                    Assert.InRange(problem.Line, 1, text.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length + 1);
                    Assert.True(problem.Column >= 1);
                    Assert.NotEmpty(problem.Message);
                    Assert.DoesNotContain(problem.Message, letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
                });
            },
            iter: Math.Max(20_000, Check.Iter));

    [Fact]
    public void What_a_file_breaks_does_not_reach_beyond_its_key() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 20], Gen.Bool).Sample((value, first) =>
        {
            var odd = $"language: '{value.Replace("'", "''", StringComparison.Ordinal)}'";
            var file = Configs.Parse(first ? $"{odd}\nmode: off" : $"mode: off\n{odd}");

            Assert.Contains("mode", file.Values.Keys);
            Assert.All(file.Problems, problem => Assert.Equal((first ? 1 : 2, 11), (problem.Line, problem.Column)));
        });
}
