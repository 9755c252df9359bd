using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Team;
using CommunityBot.Tests.RepositoryConfig;
using CommunityBot.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Fuzz;

/// <summary>Whatever strangers and maintainers send, of each kind that is read: it ends, in what it may end in, and holds what is promised of it.</summary>
public sealed partial class FuzzTests
{
    /// <summary>GitHub's own example of a signature: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries.</summary>
    private const string Secret = "It's a Secret to Everybody";

    /// <summary>The problems that a file is told to have are these and one line that counts the others.</summary>
    private const int MostProblems = 101;

    private static readonly byte[] Body = "Hello, World!"u8.ToArray();

    private static readonly string Right = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body));

    [Fact]
    public void Signatures()
    {
        var signature = new Signature(
            Options.Create(new GitHubOptions { WebhookSecret = "another", WebhookSecretPrevious = Secret }), TimeProvider.System, NullLogger<Signature>.Instance);
        new Corpus("signature", "sha256=", "sha1=", Right, Right[..32], "0", "F", " ", ",", "\0", "７").Hold(20_000, (_, input) =>
        {
            var header = Encoding.UTF8.GetString(input);

            Assert.Equal(WellFormed().IsMatch(header), Signature.IsWellFormed(header));
            Assert.Equal(header.StartsWith("sha256=", StringComparison.Ordinal) && header[7..].Equals(Right, StringComparison.OrdinalIgnoreCase), signature.Signs(header, Body));
            Assert.False(signature.Signs(header, input));
        });
    }

    [Fact]
    public async Task Payloads()
    {
        await using var services = new ServiceCollection().AddLogging().AddCommunityBotCore(OperatorSettings.ForPreview("Data Source=never-opened.db")).BuildServiceProvider();
        var readers = services.GetServices<WebhookSubscription>().ToLookup(subscription => subscription.Event);
        new Corpus(
            "payload", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e400", "9223372036854775808", "\"", "\\", "\\ud800", "\"\"", "\"id\":", "\"user\":null", "\"type\":\"Bot\"", "\"action\":\"opened\"",
            "\"installation\":{\"id\":1}", "\"repository\":{\"id\":1}", "\"issue\":", "\"pull_request\":", "\"created_at\":\"0001-01-01T00:00:00+14:00\"", "\"labels\":[{}]", "[[[[[[[[[[", "/*", "\uFEFF").Hold(1_500, (name, payload) =>
        {
            var isObject = IsObject(payload);
            Assert.True(Envelope.TryRead(payload, out _) ? isObject is not false : isObject is not true, "an envelope is that of an object");
            Assert.Equal(payload, PayloadCodec.Decompress(PayloadCodec.Compress(payload)));
            foreach (var reader in readers[name.Split('.')[0]].DistinctBy(reader => reader.Action))
            {
                try
                {
                    _ = Subject.Of(reader.Read(payload));
                }
                catch (JsonException)
                {
                    // That is how most of them end.
                }
            }
        });
    }

    [Fact]
    public void Configs_of_repositories() =>
        new Corpus(
            "config", "\n", "\n  ", "\n    ", ": ", "- ", "? ", "{", "}", "[", "]", ",", "|", "|2-\n", ">", "&a ", "*a", "!!str ", "<<: ", "%YAML 1.2\n", "---\n", "...\n", "#", "'", "\"", "\\", "\t", "\r", "\0", "\u0085", "\u2028", "\uFEFF",
            "~", "0x10", ".inf", "null", "@a", "`", "version: 1", "message: ", "when: ", "label: ", "{{ author.login }}", "{{ nobody }}", "{% if", "3 days", "2026-02-30", "UTC").Hold(3_000, (_, input) =>
        {
            var text = Encoding.UTF8.GetString(input);
            var file = Configs.Parse(text);

            Assert.InRange(file.Problems.Count, file.IsRefused ? 1 : 0, file.IsRefused ? 1 : MostProblems);
            Assert.True(!file.IsRefused || file.Values.Count == 0);
            var lines = Regex.Split(text, "\r\n|[\n\r\u0085\u2028\u2029]");
            Assert.All(file.Problems, problem =>
            {
                Assert.InRange(problem.Line, 1, lines.Length + 1);
                Assert.True(problem.Column >= 1);
                Assert.NotEmpty(problem.Message);
                Assert.DoesNotContain(problem.Message, letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
            });
        });

    [Fact]
    public void Templates()
    {
        var renderer = new MessageRenderer(Options.Create(new GitHubOptions()));

        // Its letters cannot be made of what a template may say: nothing of the corpus has them.
        const string Hostile = "@qzqz/qzqz#7 <qzqz> ![qzqz](https://qzqz.example) `qzqz` www.qzqz.example {{ qzqz }}";
        var model = new MessageModel(
            "en", new RepositoryRef(1, 2, "octo", "hello"), "newcomer", new("issue", 7, Hostile, "https://github.com/octo/hello/issues/7", ["bug", Hostile, "good first issue"]), new());
        new Corpus(
            "template", "{{", "}}", "{%", "%}", "{%-", "-%}", "{{-", "|", ":", ",", ".", "..", "(", ")", "[", "]", "'", "\"", "\n", "\0", "if ", "elsif ", "else", "endif", "unless ", "for a in ", "endfor", "issue.title", "issue.labels", "author.mention",
            "mentor", "a", "and ", "or ", "contains ", "==", "nil", "date: ", "'%Y'", "join: ", "size", "default: ", "upcase", "raw", "comment", "assign a = ", "include 'a'", "@", "@a ", "`", "```", "~~~", "https://", "<", "](").Hold(3_000, (_, input) =>
        {
            var template = Encoding.UTF8.GetString(input);
            try
            {
                var text = renderer.Render(template, model);

                Assert.InRange(text.Length, 0, MessageRenderer.MostCharacters);
                Assert.InRange(Mentions.In(text).Count, 0, Mentions.Most);
                Assert.DoesNotMatch(Active(), text);
            }
            catch (TemplateException fault)
            {
                Assert.DoesNotContain('\n', fault.Message);
                Assert.InRange(fault.Line, 1, template.Count(letter => letter == '\n') + 1);
            }
        });
    }

    [Fact]
    public void Comments_with_commands() =>
        new Corpus(
            "commands", "/claim", "/thanks @alice", "\n", "\r\n", "\r", "\n\n", "`", "``", "```", "~~~", "<!--", "-->", "<a ", "<?", "<![CDATA[", "]]>", "<pre>", "</pre>", "> ", "- ", "1. ", "[", "]", "](", "]: ", "\"", "(", "\\", "    ", "\t", "&#47;", "---", "\0", "\u2028",
            "|").Hold(3_000, (_, input) =>
        {
            var body = Encoding.UTF8.GetString(input);

            Assert.All(CommandLines.Of(body), line =>
            {
                Assert.Contains(line.Line, body.Replace('\0', '\uFFFD'), StringComparison.Ordinal);
                Assert.StartsWith($"/{line.Name}", line.Line, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(line.Line, letter => letter is '\n' or '\r');
            });
            Assert.Empty(CommandLines.New(body, body));
            Assert.Empty(CommandLines.Of(string.Join('\n', Regex.Split(body, "\r\n|\n|\r").Select(line => $"> {line}"))));
            Assert.Empty(CommandLines.Of($"<!--\n{body.Replace("->", "- ", StringComparison.Ordinal)}"));
        });

    [Fact]
    public void Owners_of_code() =>
        new Corpus("codeowners", "*", "**", "/", "?", "!", "[", "]", "\\", "\\ ", "#", " ", "\n", "\r\n", "\t", "@alice", "@octo/team", "a@b.c", "(", ")", "{9}", "+", "|", "^", "$", "docs", ".", "\u00A0", "\0").Hold(3_000, (_, input) =>
        {
            var text = Encoding.UTF8.GetString(input);
            var owners = CodeOwners.Parse(text);
            foreach (var path in new[] { "a", "docs/a.md", "src/build/logs/a.log", "my file.txt", "src/a/b/test.cs", new string('a', 300), "" })
            {
                Assert.All(owners.OwnersOf(path), owner => Assert.Contains($"@{owner}", text, StringComparison.Ordinal));
                Assert.Equal(owners.OwnersOf(path), CodeOwners.Parse($"{text}\n\n# @bob\n!* @bob").OwnersOf(path));
            }

            Assert.Equal(["bob"], CodeOwners.Parse($"{text}\n* @bob").OwnersOf("docs/a.md"));
        });

    // Null where only one of the two readers has an opinion: half a letter is none to the one that takes texts out.
    private static bool? IsObject(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? HasHalfLetters(payload) ? null : true : false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasHalfLetters(byte[] payload) => Regex.IsMatch(Encoding.Latin1.GetString(payload), @"\\u[dD][89a-fA-F]") || !IsUtf8(payload);

    private static bool IsUtf8(byte[] payload) => System.Text.Unicode.Utf8.IsValid(payload);

    [GeneratedRegex(@"\Asha256=[0-9a-fA-F]{64}\z")]
    private static partial Regex WellFormed();

    /// <summary>What of the hostile text would do something if it stood so in a comment.</summary>
    [GeneratedRegex(@"@qzqz|<qzqz|!\[qzqz|\]\(https://qzqz|://qzqz|`qzqz|www\.qzqz|qzqz#7", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
