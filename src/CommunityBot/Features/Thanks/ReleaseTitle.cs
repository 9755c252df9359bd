using CommunityBot.Messages;

namespace CommunityBot.Features.Thanks;

/// <summary>The title of the discussion that thanks for a release. It is plain text: GitHub reads neither Markdown nor mentions in it.</summary>
public static class ReleaseTitle
{
    /// <summary>Characters of the name of a release that are kept; with the words they stay below the 256 that titles on GitHub have.</summary>
    public const int MostOfName = 150;

    /// <summary>The title.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    /// <param name="release">The name of the release.</param>
    public static string Of(string language, string release)
    {
        var name = InertText.Plain(release, MostOfName);
        return language switch
        {
            "zh-Hans" => $"感谢每一位参与 {name} 的人",
            "es" => $"Gracias por {name}",
            "pt-BR" => $"Nosso agradecimento por {name}",
            "ja" => $"{name} に関わってくださった皆さんへ",
            "de" => $"Danke für {name}",
            "fr" => $"Merci pour {name}",
            _ => $"Thank you for {name}",
        };
    }
}
