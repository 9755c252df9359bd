using System.Collections.Concurrent;
using CommunityBot.Hosting;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Options;

namespace CommunityBot.Messages;

/// <summary>Makes a comment of a template and a model.</summary>
public sealed class MessageRenderer(IOptions<GitHubOptions> options)
{
    /// <summary>
    /// Characters of a rendered message at most. <see href="https://docs.github.com/rest/issues/comments">GitHub takes 65,536</see>; the rest is for the marker.
    /// </summary>
    public const int MostCharacters = 60_000;

    /// <summary>Statements that a template may run: twenty times what a long message needs.</summary>
    private const int MostSteps = 2_000;

    private readonly ConcurrentDictionary<(Moment Moment, string Language), IFluidTemplate> _builtIn = new();

    private readonly TemplateOptions _options = Options();

    /// <summary>Hears of each template of a config that the built-in text had to speak for, and why.</summary>
    public event Action<Moment, string>? FellBack;

    /// <summary>The web root that addresses in messages begin with.</summary>
    public Uri ServerUrl => options.Value.ServerUrl;

    /// <summary>The text of a moment, without a marker.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="template">The template that the config has for it, or null for the built-in text, which also speaks where that template fails or says nothing.</param>
    /// <param name="model">What the text can speak of.</param>
    public string Render(Moment moment, string? template, MessageModel model) =>
        template is not null && TryRender(moment, template, model) is { Length: > 0 } own
            ? own
            : Render(_builtIn.GetOrAdd((moment, model.Language), text => SafeLiquid.Parse(text.Moment.Template(text.Language))), model);

    /// <summary>The text that a template makes of a model.</summary>
    /// <exception cref="TemplateException">The template is not of the safe part of Liquid, or goes beyond its bounds.</exception>
    public string Render(string template, MessageModel model) => Render(SafeLiquid.Parse(template), model);

    private string? TryRender(Moment moment, string template, MessageModel model)
    {
        try
        {
            var text = Render(template, model);
            if (text.Length == 0)
            {
                FellBack?.Invoke(moment, "it says nothing");
            }

            return text;
        }
        catch (TemplateException fault)
        {
            // The newcomer is not to learn of it: a check of the config tells the maintainers.
            FellBack?.Invoke(moment, fault.Message);
            return null;
        }
    }

    private string Render(IFluidTemplate parsed, MessageModel model)
    {
        var text = Mentions.Limit(Seams.Close(Print(parsed, Context(model.Language, MessageValues.Of(model, ServerUrl))))).Trim();
        var whole = CodeFence.Missing(text) is { } fence ? $"{text}\n{fence}" : text;
        return whole.Length <= MostCharacters ? whole : throw LimitedWriter.TooLong(MostCharacters);
    }

    /// <summary>What a template prints in a context, as it stands: seams and blocks of code are open, and all that it mentions are mentioned.</summary>
    /// <exception cref="TemplateException">The template goes beyond its bounds.</exception>
    internal static string Print(IFluidTemplate parsed, MessageContext context)
    {
        using var writer = new LimitedWriter(MostCharacters);
        try
        {
            // Nothing in a template waits for anything, so the task is complete.
            parsed.RenderAsync(writer, NullEncoder.Default, context).AsTask().GetAwaiter().GetResult();
        }
        catch (InvalidOperationException fault) when (fault.Message.StartsWith("The maximum level of recursion", StringComparison.Ordinal))
        {
            // What Fluid says of too many steps speaks of includes, which there are none of.
            throw new TemplateException($"The message runs more than {MostSteps} statements");
        }
        catch (Exception fault) when (fault is not TemplateException)
        {
            throw new TemplateException(fault.Message.ReplaceLineEndings(" "));
        }

        return writer.ToString();
    }

    /// <summary>What a message is made in.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="values">What it can speak of.</param>
    internal MessageContext Context(string language, IEnumerable<(string Name, FluidValue Value)> values)
    {
        var context = new MessageContext(_options) { CultureInfo = Languages.Culture(language) };
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        return context;
    }

    private static TemplateOptions Options()
    {
        var options = new TemplateOptions { MaxSteps = MostSteps, StrictFilters = true, TimeZone = TimeZoneInfo.Utc };
        MessageFilters.Register(options.Filters);
        return options;
    }
}
