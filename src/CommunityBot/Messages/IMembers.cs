using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>A value of a template that has others by name.</summary>
internal interface IMembers
{
    /// <summary>The names.</summary>
    IReadOnlyCollection<string> Members { get; }

    /// <summary>What one of them names; nil if it is none of them.</summary>
    FluidValue Member(string name);
}
