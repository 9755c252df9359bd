namespace CommunityBot.Tests;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root, found upwards from where the tests run.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? directory) => directory switch
    {
        null => throw new InvalidOperationException("The tests do not run inside a checkout."),
        _ when File.Exists(Path.Combine(directory, "CommunityBot.sln")) => directory,
        _ => Find(Path.GetDirectoryName(directory)),
    };
}
