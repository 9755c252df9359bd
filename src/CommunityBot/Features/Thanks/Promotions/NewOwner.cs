namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>A name that was not there before.</summary>
/// <param name="Login">What is meant to be somebody's login.</param>
/// <param name="Role">What they are from now on.</param>
public readonly record struct NewOwner(string Login, PromotionRole Role);
