using System.Xml.Linq;
using CommunityBot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommunityBot.Web.Keys;

/// <summary>
/// The keys that forms and cookies are protected with, in the database: replicas share them, and a restart invalidates no open form. They are read when a page first needs them.
/// The framework asks for them synchronously, and keeps them for a day.
/// </summary>
public sealed class WebKeys(Database database) : IXmlRepository
{
    private const string Select = "SELECT xml FROM web_keys";

    private const string Insert = "INSERT INTO web_keys (name, xml) VALUES (@0, @1) ON CONFLICT (name) DO NOTHING";

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => database.ReadAsync(ReadAsync).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(session => session.ExecuteAsync(Insert, friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();

    private static async Task<List<XElement>> ReadAsync(Session session)
    {
        var keys = new List<XElement>();
        await using var row = await session.ReadAsync(Select);
        while (await row.ReadAsync())
        {
            keys.Add(XElement.Parse(row.GetString(0)));
        }

        return keys;
    }
}
