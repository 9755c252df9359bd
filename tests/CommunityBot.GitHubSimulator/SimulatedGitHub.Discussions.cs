namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with discussions.</summary>
public sealed partial class SimulatedGitHub
{
    /// <summary>What the discussions of a new repository have.</summary>
    private static readonly (string Name, bool IsAnswerable)[] UsualCategories =
        [("Announcements", false), ("General", false), ("Ideas", false), ("Polls", false), ("Q&A", true), ("Show and tell", false)];

    public SimulatedCategory AddCategory(SimulatedRepository repository, string name, bool isAnswerable = false)
    {
        var category = new SimulatedCategory(NextId(), name, isAnswerable);
        repository.Add(category);
        return category;
    }

    /// <summary>Opens a discussion; among the questions if no category is given.</summary>
    public SimulatedItem OpenDiscussion(
        SimulatedRepository repository, SimulatedUser author, string title = "How is it done?", string association = "NONE", DateTimeOffset? createdAt = null,
        SimulatedCategory? category = null, string body = "What I want to do, and what I have tried.")
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
                Body = body,
                Category = category ?? repository.Categories.First(category => category.IsAnswerable),
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

    private void AddUsualCategories(SimulatedRepository repository)
    {
        foreach (var (name, isAnswerable) in UsualCategories)
        {
            AddCategory(repository, name, isAnswerable);
        }
    }
}
