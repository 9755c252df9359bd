using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Web.Comments;
using CommunityBot.Work;
using Microsoft.Extensions.Options;

namespace CommunityBot.Web.Home;

/// <summary>What was said last.</summary>
public sealed class SaidComments(Database database, IOptions<GitHubOptions> github)
{
    /// <summary>Messages on the page: enough to see what was tried last, few enough to read.</summary>
    private const int Most = 20;

    private const string Select = "SELECT lane, repository_id, repository, moment, effect, state, error FROM outbox WHERE effect <> '' ORDER BY seq DESC LIMIT @0";

    /// <summary>Reads it, the latest first.</summary>
    public Task<List<CommentView>> ReadAsync() => database.ReadAsync(async session =>
    {
        var said = new List<CommentView>();
        await using var row = await session.ReadAsync(Select, Most);
        while (await row.ReadAsync())
        {
            if (EffectCodec.Read(row.GetString(4)) is SpokenEffect effect)
            {
                var repository = RepositoryRef.Of(row.GetInt64(0), row.GetInt64(1), row.GetString(2));
                said.Add(new(effect.Body, new Uri(github.Value.ServerUrl, repository.FullName), effect.PlaceIn(repository), row.GetString(3))
                {
                    Title = (effect as DiscussionEffect)?.Title,
                    Reaction = effect.Reaction,
                    Labels = effect.Labels,
                    Notes = [.. Notes((WorkState)row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6))],
                });
            }
        }

        return said;
    });

    private static IEnumerable<string> Notes(WorkState state, string? error)
    {
        if (state is WorkState.Available or WorkState.Running)
        {
            yield return "It waits for its turn.";
        }

        if (error is not null)
        {
            yield return error;
        }
    }
}
