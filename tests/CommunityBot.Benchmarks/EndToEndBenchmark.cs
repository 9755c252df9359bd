namespace CommunityBot.Benchmarks;

public static class EndToEndBenchmark
{
    public static Task RunAsync(BenchmarkRun run) => Task.CompletedTask;
}
