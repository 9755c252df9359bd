using System.Collections.Concurrent;
using CommunityBot.Hosting;
using Fluid;
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

    /// <summary>The web root that addresses in messages begin with.</summary>
    public Uri ServerUrl => options.Value.ServerUrl;

    /// <summary>The text of a moment, without a marker.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="template">The template that the config has for it, or null for the built-in text, which also speaks where that template fails or says nothing.</param>
    /// <param name="model">What the text can speak of.</param>
    public string Render(Moment moment, string? template, MessageModel model) =>
        template is not null && TryRender(template, model) is { Length: > 0 } own
            ? own
            : Render(_builtIn.GetOrAdd((moment, model.Language), text => SafeLiquid.Parse(text.Moment.Template(text.Language))), model);

    /// <summary>The text that a template makes of a model.</summary>
    /// <exception cref="TemplateException">The template is not of the safe part of Liquid, or goes beyond its bounds.</exception>
    public string Render(string template, MessageModel model) => Render(SafeLiquid.Parse(template), model);

    private string? TryRender(string template, MessageModel model)
    {
        try
        {
            return Render(template, model);
        }
        catch (TemplateException)
        {
            // The newcomer is not to learn of it: a check of the config tells the maintainers.
            return null;
        }
    }

    private string Render(IFluidTemplate parsed, MessageModel model)
    {
        using var writer = new LimitedWriter(MostCharacters);
        try
        {
            // Nothing in a template waits for anything, so the task is complete.
            parsed.RenderAsync(writer, NullEncoder.Default, Context(model)).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is not TemplateException)
        {
            throw new TemplateException(fault.Message.ReplaceLineEndings(" "));
        }

        return Mentions.Limit(Seams.Close(writer.ToString())).Trim();
    }

    private MessageContext Context(MessageModel model)
    {
        var context = new MessageContext(_options) { CultureInfo = Languages.Culture(model.Language) };
        foreach (var (name, value) in MessageValues.Of(model, ServerUrl))
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
