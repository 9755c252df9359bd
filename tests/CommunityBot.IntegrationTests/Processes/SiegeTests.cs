using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.GitHubSimulator;
using CommunityBot.Hosting;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Webhooks;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>Strangers do at the door of the real process what they can, while GitHub brings deliveries.</summary>
public sealed class SiegeTests(ITestOutputHelper output)
{
    private const int SlowClients = 20;

    private const int HalfRequests = 100;

    /// <summary>Of each of three kinds, two of which are held while they arrive: more than fit.</summary>
    private const int LargeBodies = 6;

    private const int Garbage = 50;

    /// <summary>At least, in each siege; more if it goes on.</summary>
    private const int HonestDeliveries = 20;

    /// <summary>Requests that are sent before the answers are read.</summary>
    private const int Pipelined = 50;

    private const int Flooders = 8;

    private const int Sieges = 3;

    /// <summary>A small container, in bytes. Beyond it, the process would be killed, and 256 MiB of large bodies would leave no memory for the rest.</summary>
    private const long Container = 384 * 1024 * 1024;

    /// <summary>
    /// What .NET gives itself in such a container, in bytes. Half of it is for large bodies, of which each siege brings more than twice that: the second one would find no room if they were kept.
    /// </summary>
    private const long Heap = Container * 3 / 4;

    /// <summary>
    /// By how many bytes what is in use may be more after the last siege than after the first, in which pools and caches fill: less than a single one of the large bodies.
    /// </summary>
    private const long MostGrowth = WebhookEndpoint.MostBytes;

    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Wrong signatures of a siege; CONTRIBUTING.md says how to have more.</summary>
    private static int WrongSignatures =>
        int.TryParse(Environment.GetEnvironmentVariable("COMMUNITYBOT_DOOR_WRONG"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 4_000;

    [Fact]
    public async Task Honest_deliveries_pass_and_nothing_grows()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is seen in /proc.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string>
            {
                ["DOTNET_GCHeapHardLimit"] = Heap.ToString("x", CultureInfo.InvariantCulture),
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            },
        };
        await bot.StartAsync();
        var besiegers = new Besiegers(bot.Webhooks, github.WebhookSecret, patience.Token);
        var items = new List<SimulatedItem>();
        var inUse = new List<long>();

        // These are there all through the sieges.
        await besiegers.StayAsync(HalfRequests, SlowClients);
        for (var siege = 1; siege <= Sieges; siege++)
        {
            await BesiegeAsync();
            inUse.Add(await InUseAsync());
            output.WriteLine($"siege {siege}: {inUse[^1] / 1024} KiB in use, {Resident("VmRSS") / 1024} KiB resident, {Resident("VmHWM") / 1024} KiB at the most; {bot.Output.Count} lines of log");

            // All that large bodies had taken was given back.
            Assert.Equal(202, await besiegers.SendLargestAsync());
        }

        Assert.InRange(inUse[^1], 0, inUse[0] + MostGrowth);
        Assert.InRange(Resident("VmHWM"), 0, Container);

        // One warning a minute tells of all refused signatures, and nothing of the rest.
        Assert.InRange(bot.Output.Count(line => line.Contains("was refused", StringComparison.Ordinal)), 1, (int)Patience.TotalMinutes);
        Assert.InRange(bot.Output.Count, 1, (10 * items.Count) + (int)Patience.TotalMinutes);

        await bot.SettledAsync(patience.Token);
        Assert.All(items, item => Assert.Equal((1, 1), (item.Comments.Count, item.Reactions.Count)));
        github.AssertNoUnknownRoutes();

        async Task BesiegeAsync()
        {
            var siege = Task.WhenAll(
                besiegers.SendLargeAsync(LargeBodies), besiegers.SendGarbageAsync(Garbage), besiegers.FloodAsync(Flooders, WrongSignatures, Pipelined));
            for (var sent = 0; sent < HonestDeliveries || !siege.IsCompleted; sent++)
            {
                // One after the other, so that they come all through it. Whoever is at the door must not make one fail.
                items.Add(github.OpenIssue(repository, github.AddUser($"newcomer-{items.Count}")));
                Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(items[^1]), bot.Webhooks));
                await bot.SettledAsync(patience.Token);
            }

            await siege;
        }

        async Task<long> InUseAsync()
        {
            Posix.Signal(bot.Id, StartupHook.Collect);
            await Wait.UntilAsync(() => Told().Count() > inUse.Count, patience.Token);
            return long.Parse(Told().Last().AsSpan(StartupHook.InUse.Length), CultureInfo.InvariantCulture);
        }

        IEnumerable<string> Told() => bot.Output.Where(line => line.StartsWith(StartupHook.InUse, StringComparison.Ordinal));

        long Resident(string which) => 1024 * long.Parse(
            File.ReadLines($"/proc/{bot.Id}/status").First(line => line.StartsWith(which, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Of_more_connections_than_may_be_the_later_ones_are_closed()
    {
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var bot = new BotProcess(github);
        await bot.StartAsync();
        var open = new List<TcpClient>();
        try
        {
            while (open.Count < 2 * CommunityBotHost.MostConnections && await ConnectAsync() is { } connection)
            {
                open.Add(connection);
            }

            // The one that asked whether the service is ready may be there as well.
            Assert.InRange(open.Count, CommunityBotHost.MostConnections - 1, CommunityBotHost.MostConnections);

            // A place that becomes free is given to another one.
            open[0].Dispose();
            await Wait.UntilAsync(
                async () =>
                {
                    if (await ConnectAsync() is { } connection)
                    {
                        open.Add(connection);
                        return true;
                    }

                    return false;
                },
                TestContext.Current.CancellationToken);
        }
        finally
        {
            open.ForEach(connection => connection.Dispose());
        }

        // One that was answered, or null if it was closed.
        async Task<TcpClient?> ConnectAsync()
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, bot.Webhooks.Port, TestContext.Current.CancellationToken);
            try
            {
                await connection.Client.SendAsync("GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
                if (await connection.Client.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken) > 0)
                {
                    return connection;
                }
            }
            catch (SocketException)
            {
            }

            connection.Dispose();
            return null;
        }
    }

    /// <summary>Those who come to the door with no good intent, each with a connection of their own.</summary>
    private sealed class Besiegers(Uri door, string secret, CancellationToken cancellationToken)
    {
        private static readonly string Zeros = $"sha256={new string('0', 64)}";

        /// <summary>Requests of which half is sent, and some that go on by a byte now and then.</summary>
        public async Task StayAsync(int halves, int slow)
        {
            for (var i = 0; i < halves + slow; i++)
            {
                var head = Head(Zeros, 100_000);
                var connection = await ConnectAsync();
                await connection.GetStream().WriteAsync(i % 2 == 0 ? head : head.AsMemory(0, head.Length / 2), cancellationToken);
                _ = i < slow ? Task.WhenAll(TrickleAsync(connection), ReadToEndAsync(connection)) : ReadToEndAsync(connection);
            }
        }

        /// <summary>Bodies as large as may be, several at once: without a signature, with a wrong one, and rightly signed.</summary>
        public async Task SendLargeAsync(int count)
        {
            var body = Largest();
            (string? Signature, int Status)[] kinds = [(null, 401), (Zeros, 401), (Sign(body), 202)];
            await Task.WhenAll(Enumerable.Range(0, count).SelectMany(_ => kinds).Select(async kind =>
            {
                var status = await SendAsync(kind.Signature, body);
                Assert.True(status == kind.Status || (status == 503 && kind.Signature is not null), $"{status} for {kind}");
            }));
        }

        /// <summary>The largest body, rightly signed; returns its status.</summary>
        public Task<int> SendLargestAsync()
        {
            var body = Largest();
            return SendAsync(Sign(body), body);
        }

        /// <summary>Random bytes in place of requests, and as bodies with the right signature.</summary>
        public async Task SendGarbageAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var bytes = RandomNumberGenerator.GetBytes(1 + (i * 100));
                Assert.Equal(400, await SendAsync(Sign(bytes), bytes));
                var connection = await ConnectAsync();
                await connection.GetStream().WriteAsync(bytes, cancellationToken);
                await ReadToEndAsync(connection, isSilent: true);
            }
        }

        /// <summary>Wrong signatures, as many as go through some connections.</summary>
        public Task FloodAsync(int connections, int count, int pipelined) => Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            byte[] request = [.. Head(Zeros, 2), .. "{}"u8];
            var requests = Enumerable.Repeat(request, pipelined).SelectMany(bytes => bytes).ToArray();
            using var connection = await ConnectAsync();
            using var answers = new StreamReader(connection.GetStream(), Encoding.ASCII);
            for (var sent = 0; sent < count / connections; sent += pipelined)
            {
                await connection.GetStream().WriteAsync(requests, cancellationToken);
                for (var read = 0; read < pipelined;)
                {
                    var line = await answers.ReadLineAsync(cancellationToken);
                    Assert.NotNull(line);
                    if (line.StartsWith("HTTP/", StringComparison.Ordinal))
                    {
                        Assert.StartsWith("HTTP/1.1 401 ", line, StringComparison.Ordinal);
                        read++;
                    }
                }
            }
        }));

        private static byte[] Largest()
        {
            var body = new byte[WebhookEndpoint.MostBytes];
            Array.Fill(body, (byte)' ');
            "{}"u8.CopyTo(body);
            return body;
        }

        private async Task<int> SendAsync(string? signature, byte[] body)
        {
            using var connection = await ConnectAsync();
            using var answer = new StreamReader(connection.GetStream(), Encoding.ASCII);
            var sending = SendBodyAsync();
            var line = await answer.ReadLineAsync(cancellationToken);
            await sending;
            Assert.NotNull(line);
            return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);

            async Task SendBodyAsync()
            {
                try
                {
                    await connection.GetStream().WriteAsync(Head(signature, body.Length), cancellationToken);
                    await connection.GetStream().WriteAsync(body, cancellationToken);
                }
                catch (IOException)
                {
                    // What is refused by its head is not read to its end.
                }
            }
        }

        private async Task TrickleAsync(TcpClient connection)
        {
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
            try
            {
                while (await pause.WaitForNextTickAsync(cancellationToken))
                {
                    await connection.Client.SendAsync("x"u8.ToArray(), cancellationToken);
                }
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
            }
        }

        private async Task ReadToEndAsync(TcpClient connection, bool isSilent = false)
        {
            using (connection)
            {
                try
                {
                    if (isSilent)
                    {
                        connection.Client.Shutdown(SocketShutdown.Send);
                    }

                    while (await connection.Client.ReceiveAsync(new byte[1024], cancellationToken) > 0)
                    {
                    }
                }
                catch (SocketException)
                {
                    // Closed at once, as well.
                }
            }
        }

        private async Task<TcpClient> ConnectAsync()
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, door.Port, cancellationToken);
            return connection;
        }

        private string Sign(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

        private byte[] Head(string? signature, int length) => Encoding.ASCII.GetBytes(
            $"POST {door.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-GitHub-Event: issues\r\nX-GitHub-Delivery: {Guid.NewGuid()}\r\n"
            + (signature is null ? "" : $"X-Hub-Signature-256: {signature}\r\n") + $"Content-Length: {length}\r\n\r\n");
    }
}
