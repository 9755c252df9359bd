using System.Runtime;
using System.Runtime.InteropServices;

namespace CommunityBot.Benchmarks;

/// <summary>One start of the program: what was asked for, an end that is certain, and a directory that goes away with it.</summary>
public sealed class BenchmarkRun : IDisposable
{
    // Every benchmark ends long before; a run that hangs ends all the same.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(20);

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

    public void Dispose()
    {
        stop.Dispose();
        directory.Delete(recursive: true);
    }
}
