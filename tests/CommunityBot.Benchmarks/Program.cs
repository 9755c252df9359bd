using CommunityBot.Benchmarks;
using CommunityBot.Benchmarks.Load;
using CommunityBot.Benchmarks.Servers;

const string Usage = """
    usage: CommunityBot.Benchmarks door | e2e | start | ledger | sweep | tables | pages | all [--Rounds 5] [--Seconds 4] [--Rate 2000] [--Data DIRECTORY] [--Service DIRECTORY]
    README.md beside the project says what each measures.
    """;

if (args is ["bare", var port, var secret])
{
    await BareServer.RunAsync(port, secret);
    return 0;
}

Func<BenchmarkRun, PublishedService, Task>[] chosen = args.FirstOrDefault() switch
{
    "door" => [DoorBenchmark.RunAsync],
    "e2e" => [EndToEndBenchmark.RunAsync],
    "start" => [StartBenchmark.RunAsync],
    "ledger" => [LedgerBenchmark.RunAsync],
    "sweep" => [SweepBenchmark.RunAsync],
    "tables" => [TablesBenchmark.RunAsync],
    "pages" => [PagesBenchmark.RunAsync],
    "all" => [DoorBenchmark.RunAsync, EndToEndBenchmark.RunAsync, StartBenchmark.RunAsync, LedgerBenchmark.RunAsync, SweepBenchmark.RunAsync, TablesBenchmark.RunAsync, PagesBenchmark.RunAsync],
    _ => [],
};
if (chosen.Length == 0)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

Environment.SetEnvironmentVariable(LoadGenerator.InlineCompletions, "1");
await using var run = BenchmarkRun.Begin(args);
try
{
    var service = await PublishedService.GetAsync(run);
    foreach (var benchmark in chosen)
    {
        await benchmark(run, service);
    }

    return 0;
}
catch (Exception failure)
{
    // Caught so that servers are ended and the run's directory goes away.
    Console.Error.WriteLine(failure);
    return 1;
}
