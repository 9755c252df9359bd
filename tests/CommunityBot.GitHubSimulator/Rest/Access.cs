using System.Globalization;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Who asks, for what, and whether that is shown.</summary>
internal static class Access
{
    /// <summary>Answers for an issue or a pull request.</summary>
    public static IResult WithItem(SimulatedGitHub github, HttpContext http, int number, Func<SimulatedItem, IResult> answer, string? permission = null) => With(
        github,
        http,
        repository =>
            !repository.Items.TryGetValue(number, out var item) ? Answer.NotFound()
            : item.Deleted ? Answer.Refuse(410, "This issue was deleted")
            : answer(item),
        permission);

    /// <summary>Answers for a repository. Permissions are as GitHub's header tells them, <c>contents=read; issues=write</c>: one of them will do.</summary>
    public static IResult With(SimulatedGitHub github, HttpContext http, Func<SimulatedRepository, IResult> answer, string? permission = null)
    {
        var installationId = github.Tokens.InstallationOf(http.Request);
        if (installationId == 0)
        {
            return Answer.Refuse(401, "Bad credentials");
        }

        var values = http.Request.RouteValues;
        var (owner, name) = ($"{values["owner"]}", $"{values["repo"]}");
        var repository = values.TryGetValue("id", out var id)
            ? github.Repositories.GetValueOrDefault(long.Parse($"{id}", CultureInfo.InvariantCulture))
            : github.FindRepository(owner, name);
        if (repository is null && github.FindFormer(owner, name) is { } moved && (!moved.IsPrivate || moved.Installation.Id == installationId))
        {
            return Answer.Moved(http, moved);
        }

        if (repository is null || repository.Installation.Id != installationId)
        {
            return Answer.NotFound();
        }

        if (permission is not null)
        {
            http.Response.Headers["x-accepted-github-permissions"] = permission;
            if (!permission.Split("; ").Any(repository.Installation.May))
            {
                return Answer.Refuse(403, "Resource not accessible by integration");
            }
        }

        return answer(repository);
    }
}
