using System.Text.RegularExpressions;
using CommunityBot.Hosting;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Options;

namespace CommunityBot.Messages;

/// <summary>Tries a template before anybody sees what it prints: some mistakes show only then.</summary>
internal static partial class TemplateTrial
{
    private static readonly MessageRenderer Renderer = new(Options.Create(new GitHubOptions()));

    // Making them, six hundred people and five hundred labels, takes many times what printing an ordinary message does.
    private static readonly (string Name, FluidValue Value)[][] Samples =
        [.. new[] { SampleModels.Full, SampleModels.Empty }.Select(model => MessageValues.Of(model, Renderer.ServerUrl).ToArray())];

    /// <summary>Parses a template, and prints it with the most and with the least that it can get.</summary>
    /// <exception cref="TemplateException">It is not of the safe part of Liquid, goes beyond its bounds, or leaves a block of code open.</exception>
    public static void Run(string template, TrialBudget budget)
    {
        budget.Ask();
        var parsed = SafeLiquid.Parse(template);
        foreach (var values in Samples)
        {
            var text = Print(parsed, values, budget).Trim();
            budget.Spend(CodeFence.CostOf(text));
            if (CodeFence.Missing(text) is { } fence)
            {
                var (line, column) = TemplatePlace.Of(template, Fence().Match(template).Index);
                throw new TemplateException($"A block of code is not closed; it needs a line with {fence} behind it", line, column);
            }
        }
    }

    private static string Print(IFluidTemplate parsed, (string Name, FluidValue Value)[] values, TrialBudget budget)
    {
        var context = Renderer.Context(Languages.Default, values);
        var printed = MessageRenderer.MostCharacters;
        try
        {
            var text = MessageRenderer.Print(parsed, context);
            printed = text.Length;
            return text;
        }
        finally
        {
            // What fails is taken to have printed as much as it may.
            budget.Spend(context.Work + printed);
        }
    }

    [GeneratedRegex("^ {0,3}(?:`{3,}|~{3,})", RegexOptions.Multiline | RegexOptions.RightToLeft)]
    private static partial Regex Fence();
}
