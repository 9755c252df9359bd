using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Discussion;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks people for what they did.</summary>
public static class ThanksFeature
{
    private const string Texts = "CommunityBot.Features.Thanks.Messages";

    /// <summary>An answer that was marked as the one that helped, once per discussion.</summary>
    public static readonly Moment Answer = new("thanks.answer", "discussion", $"{Texts}.answer");

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddConfigSection<ThanksSettings>("thanks");
        services.AddSingleton(Answer);
        services.AddSingleton<AnswerHandler>();
        services.AddWebhookHandler<DiscussionAnsweredEvent, AnswerHandler>(WebhookEventType.Discussion, DiscussionActionValue.Answered);
    }
}
