using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;

namespace CommunityBot.Cli;

/// <summary>What keeps the service from starting and is the operator's to mend, in one line.</summary>
internal static class StartProblem
{
    /// <summary>What the server says of an https address when it has nothing to encrypt with. It has no type of its own.</summary>
    private const string NoCertificate = "Unable to configure HTTPS endpoint";

    /// <summary>Whether a fault is the operator's to mend: a database, a file, an address or a port that cannot be had.</summary>
    public static bool Is(Exception fault) => fault is
        StorageException or IOException or UnauthorizedAccessException or InvalidDataException or FormatException or InvalidOperationException or ArgumentException
        or CryptographicException or DbException or TimeoutException;

    /// <summary>The line.</summary>
    public static string Describe(Exception fault)
    {
        if (fault is InvalidDataException && fault.GetBaseException() is var reason)
        {
            // Files of settings; the message names which.
            var line = reason is JsonException { LineNumber: { } number } ? $" at line {number + 1}" : "";
            return Quoted.OneLine($"{fault.Message.TrimEnd('.')}{line}: {reason.Message} Correct the file, or remove it.");
        }

        return fault is InvalidOperationException && fault.Message.StartsWith(NoCertificate, StringComparison.Ordinal)
            ? "An https address (urls, https_ports or Kestrel:Endpoints) needs a certificate: name one in Kestrel:Certificates:Default:Path, or listen on http behind a reverse proxy."
            : Quoted.OneLine(fault.Message);
    }
}
