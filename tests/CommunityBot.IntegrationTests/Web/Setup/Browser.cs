using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CommunityBot.IntegrationTests.Web.Setup;

/// <summary>A browser without scripts: it has cookies, follows what it is told to, and sends forms as they are filled in.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>What it shows.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Status of what it shows.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Headers of all answers, each with the address that was answered.</summary>
    public List<(Uri Address, System.Net.Http.Headers.HttpResponseHeaders Headers)> Answers { get; } = [];

    /// <summary>What a person reads, on one line.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Task GoAsync(Uri address) => ShowAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the form that has a button.</summary>
    /// <param name="button">The beginning of what is on the button.</param>
    /// <param name="fields">What is filled in; the other fields stay as they are.</param>
    public Task SendAsync(string button, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelectorAll("form button").Single(one => one.TextContent.StartsWith(button, StringComparison.Ordinal)).Closest("form")!;
        var values = form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Where(input => input.Type is not ("radio" or "file") || input.IsChecked)
            .GroupBy(input => input.Name!).ToDictionary(inputs => inputs.Key, inputs => inputs.Last().Value);
        foreach (var (name, value) in fields)
        {
            Assert.NotNull(form.QuerySelector($"[name='{name}']"));
            values[name] = value;
        }

        var action = new Uri(Address, form.GetAttribute("action"));
        HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values);
        return ShowAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = content });
    }

    public void Dispose() => _client.Dispose();

    private static MultipartFormDataContent Multipart(Dictionary<string, string> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            var part = new StringContent(value);
            if (name.EndsWith("-file", StringComparison.Ordinal))
            {
                content.Add(part, name, "key.pem");
            }
            else
            {
                content.Add(part, name);
            }
        }

        return content;
    }

    private async Task ShowAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Answers.Add((request.RequestUri!, answer.Headers));
            if (answer.Headers.Location is { } to)
            {
                await ShowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, to)));
                return;
            }

            (Address, Status) = (request.RequestUri!, answer.StatusCode);
            Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }
    }
}
