using System.Text.RegularExpressions;
using CommunityBot.GitHub;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>The files in which projects say who looks after what.</summary>
public static partial class OwnerFiles
{
    /// <summary>The file at the root that has names for lists of people.</summary>
    public const string Aliases = "OWNERS_ALIASES";

    /// <summary>A file of this many characters may have been cut when it was read, so that nobody knows who else is in it.</summary>
    private const int TooLong = FileAnswer.MostCharacters;

    /// <summary>The folders that such files usually are in; an OWNERS file may be in any.</summary>
    public static readonly IReadOnlyList<string> UsualFolders = ["", ".github", "docs"];

    /// <summary>What a file makes of those whom it names, or null if it is none that does.</summary>
    public static PromotionRole? RoleOf(string path) =>
        CodeOwners().IsMatch(path) ? PromotionRole.CodeOwners
        : Maintainers().IsMatch(path) ? PromotionRole.Maintainers
        : Owners().IsMatch(path) ? PromotionRole.Owners
        : null;

    /// <summary>Who is named in a file; null if that is not known for sure: it is too long, or not what it should be.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">What is in it; null if it is not there.</param>
    /// <param name="host">Host of the pages of accounts.</param>
    public static IReadOnlyList<NamedOwner>? Read(string path, string? text, string host) => text switch
    {
        null => [],
        { Length: >= TooLong } => null,
        _ => RoleOf(path) switch
        {
            PromotionRole.CodeOwners => [.. CodeOwnersFile.Read(text)],
            PromotionRole.Maintainers => [.. MaintainersFile.Read(text, host)],
            PromotionRole.Owners => path.EndsWith(Aliases, StringComparison.Ordinal) ? OwnersFile.ReadAliases(text) : OwnersFile.Read(text),
            _ => [],
        },
    };

    [GeneratedRegex(@"\A(?:\.github/|docs/)?CODEOWNERS\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOwners();

    [GeneratedRegex(@"\A(?:\.github/|docs/)?MAINTAINERS[^/]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Maintainers();

    [GeneratedRegex(@"(?:\A|/)OWNERS(?:_ALIASES)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owners();
}
