namespace CommunityBot.Web.Setup;

/// <summary>Names of the fields of the forms, and of what is chosen in them.</summary>
public static class SetupFields
{
    /// <summary>The token that opens the page.</summary>
    public const string Token = "token";

    /// <summary>Whose the App is: <see cref="Organization"/> or anything else.</summary>
    public const string Owner = "owner";

    /// <summary>The organization that it is to belong to.</summary>
    public const string Organization = "organization";

    /// <summary>Who may install it: <see cref="Public"/> or anything else.</summary>
    public const string Access = "access";

    /// <summary>Anybody.</summary>
    public const string Public = "public";

    /// <summary>The App's name.</summary>
    public const string Name = "name";

    /// <summary>Where the App is: <see cref="Enterprise"/>, or the GitHub that is configured.</summary>
    public const string Server = "server";

    /// <summary>An Enterprise Server.</summary>
    public const string Enterprise = "enterprise";

    /// <summary>Its address.</summary>
    public const string EnterpriseUrl = "enterprise-url";

    /// <summary>Where GitHub reaches this service.</summary>
    public const string ServiceUrl = "service-url";

    /// <summary>What a form for a new App says that was read once more, and is to be changed; whatever is in it.</summary>
    public const string Change = "change";

    /// <summary>Id of an App that there is.</summary>
    public const string AppId = "app-id";

    /// <summary>Its private key, as text.</summary>
    public const string PrivateKey = "private-key";

    /// <summary>Its private key, as a file.</summary>
    public const string PrivateKeyFile = "private-key-file";

    /// <summary>Its webhook secret.</summary>
    public const string WebhookSecret = "webhook-secret";

    /// <summary>Its client id.</summary>
    public const string ClientId = "client-id";

    /// <summary>Its client secret.</summary>
    public const string ClientSecret = "client-secret";

    /// <summary>The fields of the form for a new App, in its order.</summary>
    public static readonly IReadOnlyList<string> All = [Owner, Organization, Access, Name, ServiceUrl, Server, EnterpriseUrl];

    /// <summary>The fields of the form for an App that there is, in its order.</summary>
    public static readonly IReadOnlyList<string> Import = [AppId, PrivateKeyFile, PrivateKey, WebhookSecret, ClientId, ClientSecret, Server, EnterpriseUrl];

    /// <summary>What fields are called on the page, of those that something can be wrong with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        [Organization] = "Organization",
        [Name] = "Name of the App",
        [ServiceUrl] = "Address of this service",
        [EnterpriseUrl] = "Address of the Enterprise Server",
        [AppId] = "App ID",
        [PrivateKeyFile] = "Private key, as a file",
        [PrivateKey] = "Private key",
        [WebhookSecret] = "Webhook secret",
        [ClientId] = "Client ID",
        [ClientSecret] = "Client secret",
    };
}
