using System.Security.Cryptography;
using CsCheck;

namespace CommunityBot.Tests.Fuzz;

/// <summary>
/// Inputs of one target that are kept, honest and hostile ones, and what is made of them: pieces flipped, deleted, repeated, moved in from another and put in of the target's grammar.
/// An input that once failed is a file more in the folder.
/// </summary>
internal sealed class Corpus
{
    /// <summary>Bytes of an input at most. What is longer has bounds of its own, each with a test, and would only make the others rare.</summary>
    private const int MostBytes = 20_000;

    /// <summary>Changes to one input at most: what takes more is seldom of the grammar any more.</summary>
    private const int MostChanges = 6;

    private static readonly Gen<Change> AnyChange =
        from kind in Gen.Enum<Kind>()
        from at in Gen.Double.Unit
        from length in Gen.Frequency((3, Gen.Int[1, 4]), (1, Gen.Int[5, 200]))
        from pick in Gen.Int[0, int.MaxValue - 1]
        from other in Gen.Double.Unit
        select new Change(kind, at, length, pick, other);

    private readonly string _target;
    private readonly List<(string Name, byte[] Bytes)> _seeds;
    private readonly byte[][] _tokens;

    /// <summary>The corpus of a target.</summary>
    /// <param name="target">The name of its folder.</param>
    /// <param name="tokens">What has a meaning in its grammar.</param>
    public Corpus(string target, params string[] tokens)
    {
        _target = target;
        _tokens = [.. tokens.Select(System.Text.Encoding.UTF8.GetBytes)];
        _seeds = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzz", "Corpus", target)).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))];
    }

    /// <summary>Has an assertion hold for everything that is kept, and for what is made of it.</summary>
    /// <param name="cases">Cases of a normal run; <c>CsCheck_Iter</c> asks for more.</param>
    /// <param name="hold">The assertion, of the name of the file that the input was made of and the input.</param>
    public void Hold(int cases, Action<string, byte[]> hold)
    {
        Assert.NotEmpty(_seeds);
        (string Seed, byte[] Bytes)? failed = null;
        try
        {
            foreach (var (name, bytes) in _seeds)
            {
                Try(name, bytes);
            }

            Gen.Select(Gen.Int[0, _seeds.Count - 1], AnyChange.Array[1, MostChanges])
                .Sample((seed, changes) => Try(_seeds[seed].Name, changes.Aggregate(_seeds[seed].Bytes, Apply)), iter: Math.Max(cases, Check.Iter));
        }
        catch (Exception) when (failed is not null)
        {
            Assert.Fail($"{Keep(failed.Value.Seed, failed.Value.Bytes)} failed; move it to tests/CommunityBot.Tests/Fuzz/Corpus/{_target} when it is mended.\n{Fault(failed.Value)}");
        }

        void Try(string name, byte[] bytes)
        {
            try
            {
                hold(name, bytes);
            }
            catch
            {
                // The smallest so far comes last.
                failed = (name, bytes);
                throw;
            }
        }

        Exception? Fault((string Seed, byte[] Bytes) input) => Record.Exception(() => hold(input.Seed, input.Bytes));
    }

    private byte[] Apply(byte[] input, Change change)
    {
        var at = (int)(change.At * (input.Length + 1));
        var end = Math.Min(at + change.Length, input.Length);
        byte[] changed = change.Kind switch
        {
            Kind.Flip when at < input.Length => [.. input[..at], (byte)(input[at] ^ (1 << (change.Pick % 8))), .. input[(at + 1)..]],
            Kind.Delete => [.. input[..at], .. input[end..]],
            Kind.Repeat => [.. input[..at], .. Enumerable.Repeat(input[at..end], (change.Pick % 50) + 1).SelectMany(piece => piece), .. input[end..]],
            Kind.Move => [.. input[..at], .. From(_seeds[change.Pick % _seeds.Count].Bytes, change), .. input[at..]],
            Kind.Join => [.. input[..at], .. _seeds[change.Pick % _seeds.Count].Bytes[^(int)(change.Other * _seeds[change.Pick % _seeds.Count].Bytes.Length)..]],
            _ => [.. input[..at], .. _tokens[change.Pick % _tokens.Length], .. input[at..]],
        };
        return changed.Length <= MostBytes ? changed : changed[..MostBytes];
    }

    private static byte[] From(byte[] other, Change change)
    {
        var start = (int)(change.Other * other.Length);
        return other[start..Math.Min(start + change.Length, other.Length)];
    }

    private static string Keep(string seed, byte[] bytes)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetFileNameWithoutExtension(seed)}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}{Path.GetExtension(seed)}");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private enum Kind
    {
        Flip,
        Delete,
        Repeat,
        Move,
        Join,
        Insert,
        InsertAnother,
    }

    private sealed record Change(Kind Kind, double At, int Length, int Pick, double Other);
}
