using CommunityBot.Commands;
using CommunityBot.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.Commands;

/// <summary>The commands that there are.</summary>
internal static class RegisteredCommands
{
    public static readonly IReadOnlyList<ICommentCommand> All = List();

    private static IReadOnlyList<ICommentCommand> List()
    {
        var settings = OperatorSettings.Read(new ConfigurationBuilder().Build(), out _)!;

        // It lives as long as they do: some ask the database, which nobody opens here.
        var services = new ServiceCollection().AddLogging().AddCommunityBotCore(settings).BuildServiceProvider();
        return [.. services.GetServices<ICommentCommand>()];
    }
}
