namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>A name in a file that says who looks after what.</summary>
/// <param name="Login">What is meant to be somebody's login; whether there is such a person is another question.</param>
/// <param name="IsFormer">Whether it stands among those who have done it before.</param>
public readonly record struct NamedOwner(string Login, bool IsFormer);
