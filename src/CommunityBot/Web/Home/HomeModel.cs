using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Web.Comments;
using CommunityBot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityBot.Web.Home;

/// <summary>What the home page shows: what this service is, whether it works, and in preview mode what it would have said.</summary>
public sealed class HomeModel(Database database, IOptions<BotOptions> bot, IOptions<GitHubOptions> github, OperatorSettings settings)
{
    /// <summary>Messages on the page: enough to see what was tried last, few enough to read.</summary>
    private const int MostMessages = 20;

    /// <summary>Reads what the page shows. What was said is shown in preview mode only: elsewhere it may be about a private repository, and the page is open to all.</summary>
    public async Task<HomeView> ReadAsync()
    {
        await using var tables = database.CreateContext();
        var said = settings.IsPreview
            ? await tables.Outbox.AsNoTracking().Where(message => message.Effect != "").OrderByDescending(message => message.Seq).Take(MostMessages).ToListAsync()
            : [];
        return new(
            settings.IsPreview,
            bot.Value.DryRun,
            github.Value.IsGitHubCom ? github.Value.ServerUrl.Authority : github.Value.ApiUrl.Authority,
            await tables.Deliveries.CountAsync(delivery => delivery.State == WorkState.Parked),
            [.. said.Select(View).OfType<CommentView>()]);
    }

    private CommentView? View(OutboxRow message)
    {
        var repository = RepositoryRef.Of(message.Lane, message.RepositoryId, message.Repository);
        return EffectCodec.Read(message.Effect) is SpokenEffect said
            ? new(said.Body, new Uri(github.Value.ServerUrl, message.Repository), said.PlaceIn(repository), message.Moment)
            {
                Title = (said as DiscussionEffect)?.Title,
                Reaction = said.Reaction,
                Labels = said.Labels,
                Notes = [.. Notes(message)],
            }
            : null;
    }

    private static IEnumerable<string> Notes(OutboxRow message)
    {
        if (message.State is WorkState.Available or WorkState.Running)
        {
            yield return "It waits for its turn.";
        }

        if (message.Error is not null)
        {
            yield return message.Error;
        }
    }
}
