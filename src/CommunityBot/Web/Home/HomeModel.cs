using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Outbox;
using CommunityBot.Storage;
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
            [.. said.Select(View).OfType<SaidView>()]);
    }

    private static SaidView? View(OutboxRow message)
    {
        var repository = RepositoryRef.Of(message.Lane, message.RepositoryId, message.Repository);
        return EffectCodec.Read(message.Effect) is SpokenEffect said
            ? new(
                message.Moment, message.Repository, said.PlaceIn(repository)[repository.FullName.Length..], (said as DiscussionEffect)?.Title, CommentHtml.Render(said.Body),
                said.Reaction, message.State, message.Error)
            : null;
    }
}
