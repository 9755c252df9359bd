namespace CommunityBot.Hosting;

/// <summary>One operator setting, as <c>docs/operating.md</c> lists it.</summary>
/// <param name="Key">Its key in the configuration.</param>
/// <param name="Expects">What it takes, in the words of an error.</param>
/// <param name="Default">What holds where it is absent; empty where nothing does.</param>
/// <param name="Meaning">What it is for.</param>
public sealed record KnownSetting(string Key, string Expects, string Default, string Meaning)
{
    /// <summary>All settings, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<KnownSetting> All =
    [
        new("GitHub:AppId", "a positive whole number: the App ID on the App's settings page", "", "who the App is"),
        new("GitHub:PrivateKey", "an RSA private key of 2048 bits or more as PEM text, PEM with \\n escapes, or base64 of PEM; or GitHub:PrivateKeyPath instead", "", "the App's private key; this or its path"),
        new("GitHub:PrivateKeyPath", "the path of a readable PEM file with an RSA private key of 2048 bits or more; or GitHub:PrivateKey instead, not both", "", "where the App's private key is; this or the key itself"),
        new("GitHub:WebhookSecret", "the webhook secret of the App's settings page", "", "what GitHub signs deliveries with"),
        new("GitHub:WebhookSecretPrevious", "the former webhook secret, beside GitHub:WebhookSecret", "", "accepted too while a secret is rotated"),
        new("GitHub:ClientId", "the App's client id, together with GitHub:ClientSecret", "", "for signing in on the web pages"),
        new("GitHub:ClientSecret", "the App's client secret, together with GitHub:ClientId", "", "for signing in on the web pages"),
        new("GitHub:ApiUrl", "an https address (plain http only on this machine), for example https://HOST/api/v3/", "https://api.github.com/", "REST root; for Enterprise Server https://HOST/api/v3/"),
        new("GitHub:ServerUrl", "an https address (plain http only on this machine), for example https://HOST/", "https://github.com/", "web root, for links"),
        new("Storage:Provider", "Sqlite or Postgres", "Sqlite", "the database engine"),
        new("ConnectionStrings:CommunityBot", "a connection string of the provider that names a file, for example Data Source=data/communitybot.db, or for Postgres a server and a database, for example Host=db;Database=communitybot;Username=communitybot;Password=…", "Data Source=data/communitybot.db", "where the database is"),
        new("Storage:KeepPayloads", "a time span above zero and up to 36525 days as days.hours:minutes:seconds, for example 30.00:00:00", "30.00:00:00", "how long payloads of handled deliveries are kept"),
        new("Bot:DryRun", "true or false", "false", "when true everything runs and is recorded, and nothing is posted"),
        new("Bot:PublicUrl", "an http or https address", "", "how the outside reaches this service"),
        new("Bot:SweepInterval", "a time span from 00:00:01 to 1.00:00:00, for example 00:01:00", "00:01:00", "how often due work is looked for"),
        new("Bot:Workers", "a whole number from 1 to 1024", "number of processors × 4", "deliveries handled at once"),
        new("Bot:ContentPerMinute", "a positive whole number", "80", "comments of one installation in any 60 seconds at most"),
        new("Bot:ContentPerHour", "a whole number, at least Bot:ContentPerMinute", "500", "comments of one installation in any hour at most"),
        new("Logging:Format", "text or json", "text, in a container json", "how a line of the log is written"),
    ];
}
