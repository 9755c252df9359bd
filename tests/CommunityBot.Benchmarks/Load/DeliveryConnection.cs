using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CommunityBot.Benchmarks.Load;

/// <summary>
/// One keep-alive connection that sends prepared requests and reads the status of the answers. It knows as much of HTTP as an
/// empty 202 needs, since the generator shares its processors with the server that it measures.
/// </summary>
public sealed class DeliveryConnection : IDisposable
{
    private const int MostResponseBytes = 4_096;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] response = new byte[MostResponseBytes];

    public static async Task<DeliveryConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new DeliveryConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return connection;
    }

    /// <summary>Sends one delivery and returns when it is acknowledged. Any answer but an empty 202 throws: a measurement with refusals is none.</summary>
    public async ValueTask DeliverAsync(PreparedDelivery delivery, CancellationToken cancellationToken)
    {
        var request = delivery.Renew();
        while (request.Length > 0)
        {
            request = request[await socket.SendAsync(request, cancellationToken)..];
        }

        var received = 0;
        do
        {
            var count = await socket.ReceiveAsync(response.AsMemory(received), cancellationToken);
            received += count;
            if (count == 0 || received == response.Length)
            {
                throw Unexpected(received);
            }
        }
        while (!response.AsSpan(0, received).EndsWith("\r\n\r\n"u8));

        if (!response.AsSpan().StartsWith("HTTP/1.1 202 "u8) || response.AsSpan(0, received).IndexOf("\r\nContent-Length: 0\r\n"u8) < 0)
        {
            throw Unexpected(received);
        }
    }

    public void Dispose() => socket.Dispose();

    private InvalidOperationException Unexpected(int received) =>
        new($"Expected an empty 202, got {received} bytes: {Encoding.UTF8.GetString(response, 0, received)}");
}
