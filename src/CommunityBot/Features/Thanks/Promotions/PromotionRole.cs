namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>What somebody is promoted to by a file, the strongest first.</summary>
public enum PromotionRole
{
    /// <summary>They are named in a MAINTAINERS file.</summary>
    Maintainers,

    /// <summary>They are named in an OWNERS file.</summary>
    Owners,

    /// <summary>They are named in CODEOWNERS.</summary>
    CodeOwners,
}
