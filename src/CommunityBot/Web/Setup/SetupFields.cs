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
}
