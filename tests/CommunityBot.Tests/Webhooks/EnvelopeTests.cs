using System.Text;
using System.Text.Json;
using CommunityBot.Webhooks;
using CsCheck;

namespace CommunityBot.Tests.Webhooks;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"action":"opened","installation":{"id":7},"repository":{"id":9}}""", "opened", 7, 9)]
    [InlineData("""{"repository":{"owner":{"id":1},"id":9},"installation":{"node_id":"x","id":7},"action":"opened"}""", "opened", 7, 9)]
    [InlineData("""{"repository":{"owner":{"id":1}}}""", null, 0, 0)]
    [InlineData("""{"issue":{"action":"no","installation":{"id":1},"repository":{"id":1}}}""", null, 0, 0)]
    [InlineData("""{"action":5,"installation":"no","repository":{"id":"no"}}""", null, 0, 0)]
    [InlineData("""{"action":null,"repository":null,"id":3}""", null, 0, 0)]
    [InlineData("{}", null, 0, 0)]
    public void Reads_what_is_needed_from_the_top(string payload, string? action, long installation, long repository)
    {
        Assert.True(Envelope.TryRead(Encoding.UTF8.GetBytes(payload), out var envelope));
        Assert.Equal(new Envelope(action, installation, repository), envelope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"action":"opened" """)]
    [InlineData("{}{}")]
    [InlineData("""{"action":"opened"} trailing""")]
    [InlineData("not json")]
    [InlineData("""{"action":"\ud800"}""")]
    public void Refuses_what_is_not_one_whole_object(string payload) =>
        Assert.False(Envelope.TryRead(Encoding.UTF8.GetBytes(payload), out _));

    [Fact]
    public void Refuses_nesting_that_no_payload_has() =>
        Assert.False(Envelope.TryRead(Encoding.UTF8.GetBytes($$"""{"a":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}"""), out _));

    [Fact]
    public void Agrees_with_a_parser_on_any_bytes() => Gen.Byte.Array[0, 60].Sample(bytes =>
        Assert.Equal(IsObject(bytes), Envelope.TryRead(bytes, out _)));

    [Fact]
    public void Agrees_with_a_parser_on_damaged_payloads() =>
        Gen.Select(Gen.Int[0, 70], Gen.Char[' ', '~']).Sample((at, letter) =>
        {
            var bytes = """{"action":"opened","installation":{"id":7},"repository":{"id":9,"x":[]}}"""u8.ToArray();
            bytes[at] = (byte)letter;
            Assert.Equal(IsObject(bytes), Envelope.TryRead(bytes, out _));
        });

    private static bool IsObject(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
