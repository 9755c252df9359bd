using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>The documentation comments of settings records: what is written about a key in the code is what maintainers read.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<Assembly, ILookup<string, XElement>> Files = [];

    /// <summary>What a record or a property is, in Markdown.</summary>
    public static string Summary(MemberInfo member) =>
        Find(member)?.Element("summary") is { } summary
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim()
            : throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} is not documented.");

    /// <summary>An example of a property's value, in YAML.</summary>
    public static string? Example(MemberInfo member) => Find(member)?.Element("example")?.Value;

    private static XElement? Find(MemberInfo member)
    {
        var assembly = member.Module.Assembly;
        if (!Files.TryGetValue(assembly, out var members))
        {
            var file = XDocument.Load(Path.ChangeExtension(assembly.Location, "xml"));
            Files[assembly] = members = file.Descendants("member").ToLookup(element => element.Attribute("name")!.Value);
        }

        var name = member is Type type ? $"T:{type.FullName}" : $"P:{member.DeclaringType!.FullName}.{member.Name}";
        return members[name.Replace('+', '.')].FirstOrDefault();
    }

    private static string Markdown(XNode node) => node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : node is XElement element ? element.Value : ((XText)node).Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
