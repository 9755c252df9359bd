using System.Net;
using System.Net.Sockets;

namespace CommunityBot.Web.Limits;

/// <summary>Who asks, as far as that can be known.</summary>
public static class ClientAddress
{
    /// <summary>What of an IPv6 address belongs to <see href="https://www.rfc-editor.org/rfc/rfc6177">one customer</see> at least; the rest they choose as they like.</summary>
    private const int CustomerBytes = 8;

    /// <summary>
    /// The address of whoever asks; null if it is not known. What comes from this machine or a private network is taken for a reverse proxy, which has put down last in <c>X-Forwarded-For</c> who
    /// asked it. Where it has not, it is one address for everybody, and says nothing. Nobody on the Internet has such an address, so nobody there can choose what is believed.
    /// </summary>
    public static IPAddress? Of(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        if (peer is null || !IsNear(peer))
        {
            return peer is null ? null : Customer(peer);
        }

        var last = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last, out var client) ? Customer(client.Address) : null;
    }

    private static bool IsNear(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6UniqueLocal)
        {
            return true;
        }

        return plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..];
    }

    private static IPAddress Customer(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, CustomerBytes, bytes.Length - CustomerBytes);
        return new(bytes);
    }
}
