namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>Files of the repository that are made from the code.</summary>
internal static class GeneratedText
{
    /// <summary>Set to 1, the tests write what they otherwise compare: <c>COMMUNITYBOT_WRITE=1 dotnet test</c>.</summary>
    private const string Write = "COMMUNITYBOT_WRITE";

    /// <summary>Asserts that a file is what the code makes of it.</summary>
    /// <param name="path">Its path from the root of the checkout.</param>
    /// <param name="make">Makes the file's new text of its old one.</param>
    public static void AssertUpToDate(string path, Func<string, string> make)
    {
        var file = Path.Combine(Repository.Root, path);
        var old = File.Exists(file) ? File.ReadAllText(file) : "";
        var made = make(old);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(file, made);
            return;
        }

        Assert.True(made == old, $"{path} is not what the code makes of it: run the tests with {Write}=1 and commit it.");
    }
}
