using System.Diagnostics;
using System.Globalization;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>A PostgreSQL server of the run's own, from Debian's package: its own files, a free port, loopback alone, and durable as it is deployed.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // Clock ticks a second in /proc, on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    private readonly string programs;
    private readonly string directory;
    private readonly int port = ServerProcess.FreePort();
    private int databases;

    private PostgresCluster(string programs, string directory)
    {
        this.programs = programs;
        this.directory = directory;
    }

    /// <summary>Processor time that its processes used so far. The service's own does not contain it, while SQLite's is the service's.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var postmaster = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
            var ticks = Directory.GetDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0])).Sum(process => TicksOf(process, postmaster));
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
    }

    private string Data => Path.Combine(directory, "data");

    /// <summary>Starts a server whose files are in a directory that is made for it.</summary>
    public static async Task<PostgresCluster> StartAsync(string directory)
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().Last() : null;
        var cluster = new PostgresCluster(
            Path.Combine(programs ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql"), "bin"), Directory.CreateDirectory(directory).FullName);
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root; Debian's package has a user for it.
            await RunAsync("chown", "postgres", cluster.directory);
        }

        await cluster.RunAsServerAsync("initdb", "-D", cluster.Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {cluster.port} -h 127.0.0.1 -k {cluster.directory}");
        await cluster.RunAsServerAsync("pg_ctl", "-D", cluster.Data, "-w", "-l", Path.Combine(cluster.directory, "log"), "-o", options, "start");
        return cluster;
    }

    /// <summary>Makes an empty database and returns how to connect to it.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bot{Interlocked.Increment(ref databases)}");
        await RunAsServerAsync("createdb", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", name);
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={name};Username=postgres");
    }

    public async ValueTask DisposeAsync() => await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    // Of the server and its children; those that ended are in what it waited for.
    private static double TicksOf(string process, string postmaster)
    {
        try
        {
            // After the name in brackets: state, parent, and from the twelfth on user, system, and both of the children that ended.
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return Path.GetFileName(process) == postmaster ? fields[11..15].Sum(Ticks) : fields[1] == postmaster ? fields[11..13].Sum(Ticks) : 0;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static double Ticks(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    private Task RunAsServerAsync(string program, params IEnumerable<string> arguments)
    {
        var path = Path.Combine(programs, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, [.. arguments]);
    }

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        // The server inherits what the program writes to, and nobody would see the end of that.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
        }
    }
}
