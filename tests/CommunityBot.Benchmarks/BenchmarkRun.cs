using System.Runtime;
using System.Runtime.InteropServices;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.Hosting;

namespace CommunityBot.Benchmarks;

/// <summary>One start of the program: what was asked for, an end that is certain, and a directory that goes away with it.</summary>
public sealed class BenchmarkRun : IAsyncDisposable
{
    // All of them together end long before; a run that hangs ends all the same.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(30);

    private readonly CancellationTokenSource stop = new(TimeLimit);
    private readonly DirectoryInfo directory;
    private int paths;

    private BenchmarkRun(BenchmarkSettings settings)
    {
        Settings = settings;
        directory = Directory.CreateDirectory(Path.Combine(settings.Data, $"communitybot-benchmark-{Environment.ProcessId}"));
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
    }

    public BenchmarkSettings Settings { get; }

    public CancellationToken Stopped => stop.Token;

    /// <summary>The run's PostgreSQL server, once something asked for a database on it.</summary>
    public PostgresCluster? Cluster { get; private set; }

    /// <summary>Reads the settings and prints what the numbers were measured with.</summary>
    public static BenchmarkRun Begin(string[] args)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(args[1..]).Build().Get<BenchmarkSettings>() ?? new BenchmarkSettings();
        var run = new BenchmarkRun(settings);
        Console.WriteLine($"command   {string.Join(' ', args)}");
        Console.WriteLine($"machine   {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.OSArchitecture}");
        Console.WriteLine($"runtime   {RuntimeInformation.FrameworkDescription}, server GC {(GCSettings.IsServerGC ? "on" : "off")}");
        Console.WriteLine($"data      {new DriveInfo(run.directory.FullName).DriveFormat}");
        return run;
    }

    /// <summary>A path in the run's directory that nothing else uses.</summary>
    public string NewPath(string name) => Path.Combine(directory.FullName, $"{Interlocked.Increment(ref paths)}-{name}");

    /// <summary>A new database in an SQLite file.</summary>
    public Store NewSqlite(string name) => new(StorageOptions.Sqlite, $"Data Source={NewPath($"{name}.db")}");

    /// <summary>A new database on the run's PostgreSQL server.</summary>
    public async Task<Store> NewPostgresAsync()
    {
        Cluster ??= await PostgresCluster.StartAsync(NewPath("postgres"));
        return new(StorageOptions.Postgres, await Cluster.NewDatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
        {
            await Cluster.DisposeAsync();
        }

        stop.Dispose();
        directory.Delete(recursive: true);
    }
}
