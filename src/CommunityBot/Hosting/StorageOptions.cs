namespace CommunityBot.Hosting;

/// <summary>Where things are kept: the <c>Storage</c> section of the operator settings.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "CommunityBot";

    /// <summary>One file, for one process.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>A server, for one or more processes.</summary>
    public const string Postgres = "Postgres";

    /// <summary>The engines that there are.</summary>
    internal static readonly string[] Providers = [Sqlite, Postgres];

    /// <summary>The database engine: <see cref="Sqlite"/> or <see cref="Postgres"/>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Whether several processes may share it.</summary>
    public bool IsShared => Provider == Postgres;

    /// <summary>How long payloads of handled deliveries are kept. More than zero.</summary>
    public TimeSpan KeepPayloads { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Connection string, from <c>ConnectionStrings:CommunityBot</c>.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/communitybot.db";
}
