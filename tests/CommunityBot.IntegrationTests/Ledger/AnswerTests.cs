using CommunityBot.IntegrationTests.Host;
using CommunityBot.Ledger;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Ledger;

/// <summary>Discussions and answers in the ledger, also where nothing is said.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.Repository.Files[".github/community-bot.yml"] = "mode: \"off\"\n";
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Who_asks_and_who_answers_is_recorded_once_each()
    {
        var question = _scene.OpenDiscussion("asker");
        await _scene.DeliverAsync(question);
        await _scene.DeliverAsync(question);
        await _scene.AnswerAsync(question, "answerer");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionAnswered(question));

        var (asker, answerer) = (_scene.GitHub.FindUser("asker")!.Id, _scene.GitHub.FindUser("answerer")!.Id);
        Assert.Equal([(asker, ContributionType.DiscussionOpened, question.Number), (answerer, ContributionType.AnswerGiven, question.Number)], await ListAsync());
    }

    [Fact]
    public async Task Answers_to_oneself_and_those_of_bots_are_not_recorded()
    {
        await _scene.AnswerAsync(_scene.OpenDiscussion("asker"), "asker");
        await _scene.AnswerAsync(_scene.OpenDiscussion("asker"), "helper[bot]", type: "Bot");
        await _scene.DeliverAsync(_scene.OpenDiscussion("helper[bot]", type: "Bot"));

        Assert.Empty(await ListAsync());
    }

    private async Task<IEnumerable<(long Person, ContributionType Type, long Subject)>> ListAsync()
    {
        await using var tables = _scene.Bot.Services.GetRequiredService<Database>().CreateContext();
        var rows = await tables.Set<ContributionRow>().AsNoTracking().OrderBy(row => row.Type).ToListAsync(TestContext.Current.CancellationToken);
        return rows.Select(row => (row.PersonId, row.Type, row.Subject));
    }
}
