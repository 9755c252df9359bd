namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Registers what finds promotions.</summary>
internal static class PromotionRegistration
{
    public static IServiceCollection AddPromotions(this IServiceCollection services) => services
        .AddSingleton<NewOwners>()
        .AddSingleton<PromotedPeople>()
        .AddSingleton<FilePromotions>();
}
