using System.Collections;

namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>A list.</summary>
/// <param name="item">What is in it.</param>
/// <param name="element">The same in .NET.</param>
internal sealed class ListType(ConfigType item, Type element) : ConfigType
{
    /// <summary>What is in it.</summary>
    public ConfigType Item { get; } = item;

    /// <summary>Whether one item may stand for a list of one.</summary>
    public bool OneOrMany { get; init; }

    /// <summary>How many it has at least.</summary>
    public int Least { get; init; }

    public override string Expects => OneOrMany ? $"{Item.Expects}, or a list of such" : Least > 0 ? "a list with something in it" : "a list";

    /// <summary>The list of items that were read.</summary>
    public IList Create(IReadOnlyList<object> items)
    {
        var list = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            list.SetValue(items[i], i);
        }

        return list;
    }

    public override string Show(object? value)
    {
        var items = value is IEnumerable list ? list.Cast<object>().ToList() : [];
        return value is null ? "" : Item is MappingType && items.Count > 0 ? $"{items.Count} of them" : $"[{string.Join(", ", items.Select(Item.Show))}]";
    }
}
