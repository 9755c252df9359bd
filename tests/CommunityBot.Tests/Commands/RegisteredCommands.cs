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
        var services = new ServiceCollection().AddLogging().AddCommunityBotCore(settings).BuildServiceProvider();
        try
        {
            return [.. services.GetServices<ICommentCommand>()];
        }
        finally
        {
            // The database, which is never opened, is disposed of in this way alone.
            services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
