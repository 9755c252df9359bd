using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CommunityBot.RepositoryConfig;
using Fluid.Ast;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>What there is a name for at one place in a template.</summary>
/// <param name="template">The template.</param>
/// <param name="names">The names, each with a value of the kind that it has.</param>
internal sealed class TemplateScope(string template, ImmutableDictionary<string, FluidValue> names)
{
    /// <summary>The inside of a loop, where its item has a name as well.</summary>
    /// <exception cref="TemplateException">What it goes through is no list, or there is no such name.</exception>
    public TemplateScope Inside(MemberExpression source, string item) => Find(source) is ListValue list
        ? new(template, names.SetItem("forloop", MessageNames.Loop).SetItem(item, list.Member("first")))
        : throw Refuse($"{Path(source.Segments)} is no list", source.Segments);

    /// <summary>A value of the kind that an expression has.</summary>
    /// <exception cref="TemplateException">There is no such name.</exception>
    public FluidValue Find(MemberExpression member)
    {
        FluidValue found = NilValue.Instance;
        for (var at = 0; at < member.Segments.Count; at++)
        {
            MemberSegment[] upTo = [.. member.Segments.Take(at + 1)];
            if (upTo[at] is not IdentifierSegment { Identifier: var name })
            {
                throw Refuse("Brackets are not allowed; a list has .first and .last", upTo);
            }

            var owner = found as IMembers;
            found = (at == 0 ? names.GetValueOrDefault(name) : owner?.Member(name)) ?? NilValue.Instance;
            if (found.IsNil())
            {
                throw Refuse(
                    $"{(at == 0 ? "There is no" : $"{Path(upTo[..at])} has no")} {name}{Hint(name, at == 0 ? names.Keys : owner?.Members ?? [])}", upTo);
            }
        }

        return found;
    }

    private static string Path(IEnumerable<MemberSegment> segments) => string.Join('.', Names(segments));

    private static IEnumerable<string> Names(IEnumerable<MemberSegment> segments) => segments.OfType<IdentifierSegment>().Select(segment => segment.Identifier);

    private static string Hint(string name, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } nearest ? $"; did you mean {nearest}?"
        : known.Any() ? $"; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}"
        : "";

    /// <summary>A problem at the last of the names that stand one behind the other.</summary>
    private TemplateException Refuse(string why, IEnumerable<MemberSegment> segments)
    {
        var names = string.Join(@"\s*\.\s*", Names(segments).Select(Regex.Escape));
        var written = Regex.Matches(template, $@"(?<![\w.-]){names}(?![\w-])").FirstOrDefault(found => TemplatePlace.IsCode(template, found.Index));
        var (line, column) = TemplatePlace.Of(template, written is null ? 0 : written.Index + Regex.Match(written.Value, @"[\w-]*\z").Index);
        return new(why, line, column);
    }
}
