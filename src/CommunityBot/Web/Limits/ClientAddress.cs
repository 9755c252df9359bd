using System.Net;
using System.Net.Sockets;
using IPNetwork = System.Net.IPNetwork;

namespace CommunityBot.Web.Limits;

/// <summary>Who asks, as far as that can be known.</summary>
public static class ClientAddress
{
    /// <summary>What of an IPv6 address belongs to <see href="https://www.rfc-editor.org/rfc/rfc6177">one customer</see> at least; the rest they choose as they like.</summary>
    private const int CustomerBytes = 8;

    /// <summary>This machine, and <see href="https://www.iana.org/assignments/iana-ipv4-special-registry">networks that the Internet does not lead to</see>: whoever asks from there is taken for a reverse proxy.</summary>
    public static readonly IPNetwork[] Near =
    [
        .. ((string[])["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fe80::/10", "fc00::/7"]).Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>
    /// The address of whoever asks; null if it is not known. What comes from this machine or a private network is taken for a reverse proxy, which has put down last in <c>X-Forwarded-For</c> who
    /// asked it. Where it has not, it is one address for everybody, and says nothing. Whoever reaches the service past the proxy, from such a network or through a published port that makes
    /// everybody look so (rootless Docker, a NodePort), chooses what is believed: then only the limit for all holds.
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
        return Array.Exists(Near, network => network.Contains(plain));
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
