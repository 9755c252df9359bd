using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CommunityBot.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own: its own files, a free port, loopback alone. It starts when it is first asked for and ends with the tests.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The database that others are copied from, which is faster than to make its tables each time.</summary>
    private const string Template = "template_of_tests";

    private static readonly Lazy<Task<string>> Folder = new(StartAsync);

    private static readonly int Port = FreePort();

    private static int _databases;

    /// <summary>Where Debian's package puts the programs; the newest version counts.</summary>
    private static string? Programs { get; } = !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Makes a database on the server. Without the server's programs the test is skipped, but fails where CI has to have them.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        if (Programs is null)
        {
            const string Why = "PostgreSQL is not installed: apt-get install postgresql";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Why);
            Assert.Skip(Why);
        }

        await Folder.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"bot{Interlocked.Increment(ref _databases)}");
        await CreateAsync($"{name} TEMPLATE {Template}");
        return ConnectionString(name);
    }

    /// <summary>Stops the server, if it was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Folder.IsValueCreated)
        {
            var folder = await Folder.Value;
            await RunAsServerAsync("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username=postgres;Maximum Pool Size=50");

    private static async Task CreateAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {database}");
        await create.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("communitybot-postgres-").FullName;
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root; Debian's package has a user for it.
            await RunAsync("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8");
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {Port} -h 127.0.0.1 -k {folder} -c fsync=off -c max_connections=300");
        await RunAsServerAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        await CreateAsync(Template);
        await using (var template = new PostgresDatabase(ConnectionString(Template)))
        {
            await template.OpenAsync(CancellationToken.None);
        }

        // Nobody may be connected to what is copied.
        NpgsqlConnection.ClearAllPools();
        return folder;
    }

    private static Task RunAsServerAsync(string program, params IEnumerable<string> arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, [.. arguments]);
    }

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        // The server inherits what the program writes to, and nobody would see the end of that.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} failed");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
