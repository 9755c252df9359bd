using System.Net;

namespace CommunityBot.GitHub;

/// <summary>Notes whether GitHub answers.</summary>
internal sealed class ContactHandler(GitHubContact contact) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            contact.Note(answer.StatusCode < HttpStatusCode.InternalServerError);
            return answer;
        }
        catch
        {
            contact.Note(isAnswered: false);
            throw;
        }
    }
}
