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
    public IReadOnlyCollection<XElement> GetAllElements() => Await(() => database.ReadAsync(ReadAsync));

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        Await(() => database.WriteAsync(session => session.PostAsync(Insert, friendlyName, element.ToString(SaveOptions.DisableFormatting))));

    // A page that is rendered has a context that lets one piece of it run at a time: what is waited for here must not want to come back to it.
    private static TResult Await<TResult>(Func<Task<TResult>> ask)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return ask().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

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
