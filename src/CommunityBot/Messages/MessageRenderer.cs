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
        var repository = model.Repository;
        var context = new MessageContext(_options) { CultureInfo = Languages.Culture(model.Language) };
        context.SetValue("author", new PersonValue(model.Author, ServerUrl));
        context.SetValue("repository", new FieldsValue(
            ("full_name", new StrangerText(repository.FullName, isName: true)),
            ("name", new StrangerText(repository.Name, isName: true)),
            ("owner", new StrangerText(repository.Owner, PersonValue.IsLogin(repository.Owner))),
            ("url", SafeAddress.Of(new Uri(ServerUrl, repository.FullName).AbsoluteUri))));
        foreach (var item in model.Extras.Related.Append(model.Item))
        {
            context.SetValue(item.Kind, Fields(item));
        }

        context.SetValue("good_first_issues", new ListValue(model.Extras.GoodFirstIssues.Select(Fields)));
        foreach (var (name, people) in model.Extras.People)
        {
            context.SetValue(name, new ListValue(people.Select(login => new PersonValue(login, ServerUrl))));
        }

        if (model.Extras.Count is { } count)
        {
            context.SetValue("count", NumberValue.Create(count));
        }

        context.SetValue("links", new FieldsValue(
            ("contributing", SafeAddress.Of(model.Links.Contributing)),
            ("code-of-conduct", SafeAddress.Of(model.Links.CodeOfConduct)),
            ("roadmap", SafeAddress.Of(model.Links.Roadmap)),
            ("chat", SafeAddress.Of(model.Links.Chat)),
            ("ideas", SafeAddress.Of(model.Links.Ideas))));
        return context;
    }

    private static FieldsValue Fields(MessageItem item) => new(
        ("number", item.Number > 0 ? NumberValue.Create(item.Number) : NilValue.Instance),
        ("title", new StrangerText(item.Title)),
        ("url", SafeAddress.Of(item.Url)),
        ("labels", new ListValue(item.Labels.Select(label => new StrangerText(label)))));

    private static TemplateOptions Options()
    {
        var options = new TemplateOptions { MaxSteps = MostSteps, StrictFilters = true, TimeZone = TimeZoneInfo.Utc };
        MessageFilters.Register(options.Filters);
        return options;
    }
}
