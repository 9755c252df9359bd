namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with releases.</summary>
public sealed partial class SimulatedGitHub
{
    /// <summary>Makes a release, and publishes it unless it is a draft.</summary>
    public SimulatedRelease Release(SimulatedRepository repository, string tag, SimulatedUser author, bool prerelease = false, bool draft = false)
    {
        var release = new SimulatedRelease(NextId(), repository, tag, author, Time.GetUtcNow()) { Prerelease = prerelease, Draft = true };
        repository.Add(release);
        if (!draft)
        {
            Publish(release);
        }

        return release;
    }

    /// <summary>Publishes a draft. Its tag is put on the default branch as that is now, unless there is such a tag already.</summary>
    public void Publish(SimulatedRelease release)
    {
        var (files, tag) = (release.Repository.Files, $"refs/tags/{release.Tag}");
        files.Point(tag, (files.Find(tag) ?? files.Head).Sha);
        (release.Draft, release.PublishedAt) = (false, Time.GetUtcNow());
    }
}
