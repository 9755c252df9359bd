using System.Text.RegularExpressions;
using CommunityBot.Hosting;
using Fluid;
using Microsoft.Extensions.Options;

namespace CommunityBot.Messages;

/// <summary>Tries a template before anybody sees what it prints: some mistakes show only then.</summary>
internal static partial class TemplateTrial
{
    private static readonly MessageRenderer Renderer = new(Options.Create(new GitHubOptions()));

    /// <summary>Parses a template, and prints it with the most and with the least that it can get.</summary>
    /// <exception cref="TemplateException">It is not of the safe part of Liquid, goes beyond its bounds, or leaves a block of code open.</exception>
    public static void Run(string template, TrialBudget budget)
    {
        budget.Ask();
        var parsed = SafeLiquid.Parse(template);
        foreach (var model in new[] { SampleModels.Full, SampleModels.Empty })
        {
            if (CodeFence.Missing(Print(parsed, model, budget)) is { } fence)
            {
                var (line, column) = TemplatePlace.Of(template, Fence().Match(template).Index);
                throw new TemplateException($"A block of code is not closed; it needs a line with {fence} behind it", line, column);
            }
        }
    }

    private static string Print(IFluidTemplate parsed, MessageModel model, TrialBudget budget)
    {
        var context = Renderer.Context(model);
        try
        {
            return MessageRenderer.Print(parsed, context);
        }
        finally
        {
            budget.Spend(context);
        }
    }

    [GeneratedRegex("^ {0,3}(?:`{3,}|~{3,})", RegexOptions.Multiline | RegexOptions.RightToLeft)]
    private static partial Regex Fence();
}
