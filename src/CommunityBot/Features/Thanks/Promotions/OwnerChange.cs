namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>A change of a file that says who looks after what.</summary>
/// <param name="Role">What the file makes of those whom it names.</param>
/// <param name="Owners">Who is named in it afterwards.</param>
/// <param name="Patch">What changed in it.</param>
public sealed record OwnerChange(PromotionRole Role, IReadOnlyList<NamedOwner> Owners, string Patch);
