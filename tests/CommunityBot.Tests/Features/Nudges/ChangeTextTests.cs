using CommunityBot.Features.Nudges;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class ChangeTextTests
{
    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [InlineData("en", "Its author has answered or changed it once since the last look.", "2 times")]
    [InlineData("de", "Seither gab es vom Autor eine Antwort oder Änderung.", "2 Antworten oder Änderungen")]
    [InlineData("es", "Desde entonces ha recibido una respuesta o un cambio de su autor.", "2 respuestas o cambios")]
    [InlineData("fr", "Depuis, il y a eu une réponse ou une modification de la part de son auteur.", "2 réponses ou modifications")]
    [InlineData("pt-BR", "Desde então, houve uma resposta ou mudança de quem o abriu.", "2 respostas ou mudanças")]
    public void One_change_is_no_number(string language, string once, string twice)
    {
        Assert.Contains(once, Render(language, new() { Count = 2, Days = 7, Updates = 1 }), StringComparison.Ordinal);
        Assert.Contains(twice, Render(language, new() { Count = 2, Days = 7, Updates = 2 }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void What_changes_no_line_is_not_said_to_change_any(string language) => Assert.Equal(
        Render(language, new() { Count = 2, Days = 7 }),
        Render(language, new() { Count = 2, Days = 7, Lines = 0, Files = 0 }));

    private string Render(string language, MessageExtras extras) => _renderer.Render(NudgesFeature.Review.Template(language), new(
        language, new RepositoryRef(1, 2, "octo", "hello"), "author", new("pull_request", 7, "A title", "https://github.com/octo/hello/pull/7", []), MessageLinks.None)
    {
        Extras = extras,
    });
}
