namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Titles of discussions that congratulate. They are plain text, and so are the names in them: logins and names of repositories have no other characters.</summary>
public static class PromotionTitles
{
    /// <summary>A title.</summary>
    /// <param name="language">One of <see cref="CommunityBot.Messages.Languages.All"/>.</param>
    /// <param name="login">Who is promoted.</param>
    /// <param name="repository">Name of the repository.</param>
    public static string Of(string language, string login, string repository) => language switch
    {
        "zh-Hans" => $"{login} 加入了 {repository} 团队",
        "es" => $"{login} se une al equipo de {repository}",
        "pt-BR" => $"{login} agora faz parte da equipe de {repository}",
        "ja" => $"{login} さんが {repository} のチームに加わりました",
        "de" => $"{login} gehört jetzt zum Team von {repository}",
        "fr" => $"{login} rejoint l’équipe de {repository}",
        _ => $"{login} joins the {repository} team",
    };
}
