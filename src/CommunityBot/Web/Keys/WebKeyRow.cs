namespace CommunityBot.Web.Keys;

/// <summary>A key that forms and cookies are protected with.</summary>
public sealed class WebKeyRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The key, as ASP.NET Core writes it.</summary>
    public required string Xml { get; init; }
}
