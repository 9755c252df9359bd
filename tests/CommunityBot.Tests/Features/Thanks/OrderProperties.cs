using System.Globalization;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;
using CommunityBot.Tests.RepositoryConfig;
using CommunityBot.Tests.Storage;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Tests.Features.Thanks;

/// <summary>In whatever order GitHub tells of a pull request, and however often, the ledger and the words are the same in the end.</summary>
public sealed class OrderProperties
{
    private const int Shuffles = 20;

    private const string Config = $"thanks: {{ milestones: {{ counts: [1] }}, merged-labels: [{PullRequestTrace.MergedLabel}] }}";

    private static long _lastRepository = 2_000_000_000;

    [Fact]
    public async Task Order_and_repetition_make_no_difference()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await using var services = Services(temporary);
        var said = 0;

        // A hundred histories take seconds; CONTRIBUTING.md says how to have a thousand.
        await PullRequestTrace.Any.SampleAsync(
            async trace =>
            {
                var expected = await ReplayAsync(services, temporary.Database, trace);
                Interlocked.Add(ref said, expected.Count(line => line.StartsWith("thanks.", StringComparison.Ordinal)));
                foreach (var other in await Task.WhenAll(Enumerable.Range(0, Shuffles).Select(_ => ReplayAsync(services, temporary.Database, Shuffle(trace)))))
                {
                    Assert.Equal(expected, other);
                }
            },
            threads: 1,
            print: Print);

        Assert.True(said > 0, "nothing was said, so nothing was shown");
    }

    private static string Print(IReadOnlyList<TraceDelivery> trace) =>
        string.Join(", ", trace.Select(told => $"{told.Action} by {told.Sender}"));

    private static TraceDelivery[] Shuffle(IReadOnlyList<TraceDelivery> trace)
    {
        var told = trace.Concat(trace.Where(_ => Random.Shared.Next(3) == 0)).ToArray();
        Random.Shared.Shuffle(told);
        return told;
    }

    private static async Task<IReadOnlyList<string>> ReplayAsync(ServiceProvider services, Database database, IReadOnlyList<TraceDelivery> trace)
    {
        var repositoryId = Interlocked.Increment(ref _lastRepository);
        var dispatcher = services.GetRequiredService<WebhookDispatcher>();
        foreach (var told in trace)
        {
            var (delivery, body) = PullRequestTrace.In(repositoryId, told);
            var context = await dispatcher.DispatchAsync(delivery, DateTimeOffset.UnixEpoch, body, TestContext.Current.CancellationToken);
            await database.WriteAsync(context.WriteAllAsync);
        }

        return await database.ReadAsync(async session =>
        {
            List<string> found =
            [
                .. await ListAsync(session, "SELECT 'contribution ' || person_id || ' ' || type || ' ' || subject || ' ' || occurred_at FROM contributions WHERE repository_id = @0", repositoryId),
                .. await ListAsync(session, "SELECT moment || ' ' || key || ' ' || effect FROM outbox WHERE repository_id = @0 AND error IS NULL", repositoryId),
            ];
            return found.Order(StringComparer.Ordinal).ToList();
        });
    }

    private static async Task<List<string>> ListAsync(Session session, string query, long repositoryId)
    {
        var found = new List<string>();
        await using var rows = await session.ReadAsync(query, repositoryId);
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetString(0).Replace(repositoryId.ToString(CultureInfo.InvariantCulture), "R", StringComparison.Ordinal));
        }

        return found;
    }

    private static ServiceProvider Services(TemporaryDatabase temporary)
    {
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        services.AddCommunityBotCore(OperatorSettings.ForPreview(temporary.ConnectionString));
        services.AddSingleton<Database>(temporary.Database);
        services.AddSingleton<IConfigSource>(new FixedConfigSource(new(EffectiveConfig.Of(Configs.Keys, repository: Configs.Parse(Config)))));
        return services.BuildServiceProvider();
    }
}
