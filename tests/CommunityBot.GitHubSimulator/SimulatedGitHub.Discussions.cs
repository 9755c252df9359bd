namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with discussions.</summary>
public sealed partial class SimulatedGitHub
{
    public SimulatedItem OpenDiscussion(
        SimulatedRepository repository, SimulatedUser author, string title = "How is it done?", string association = "NONE", DateTimeOffset? createdAt = null)
    {
        lock (repository.Items)
        {
            var number = repository.LastNumber + 1;
            return repository.Discussions[number] = new(repository, number, IsPullRequest: false)
            {
                Id = NextId(),
                IsDiscussion = true,
                Author = author,
                Title = title,
                Association = association,
                CreatedAt = createdAt ?? Time.GetUtcNow(),
            };
        }
    }

    /// <summary>Has somebody give the answer to a discussion.</summary>
    public SimulatedComment Answer(SimulatedItem discussion, SimulatedUser author)
    {
        var answer = Comment(discussion, author);
        discussion.Answer = answer;
        return answer;
    }
}
