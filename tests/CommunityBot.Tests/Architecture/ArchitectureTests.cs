using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using CommunityBot.Hosting;

namespace CommunityBot.Tests.Architecture;

public sealed class ArchitectureTests
{
    private const string Root = "CommunityBot";

    private static readonly System.Reflection.Assembly Bot = typeof(FeatureList).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader().LoadAssemblies(Bot).Build();

    private static readonly IReadOnlyList<IType> Types =
        [.. Loaded.Types.Where(type => type.Namespace.FullName.StartsWith(Root, StringComparison.Ordinal))];

    [Fact]
    public void The_check_sees_the_types_it_is_about() => Assert.True(Types.Count > 50, $"only {Types.Count} types");

    [Fact]
    public void No_feature_uses_another_feature()
    {
        var wrong = Dependencies().Where(use => FeatureOf(use.From) is { } from && FeatureOf(use.To) is { } to && from != to);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_feature_list_uses_features()
    {
        var wrong = Dependencies().Where(use =>
            FeatureOf(use.To) is not null && FeatureOf(use.From) is null && !use.From.StartsWith($"{Root}.Hosting.FeatureList", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_GitHub_folder_touches_the_clients_of_Octokit()
    {
        var wrong = Dependencies().Where(use =>
            (use.To.StartsWith("Octokit.", StringComparison.Ordinal) && !use.To.StartsWith("Octokit.Webhooks", StringComparison.Ordinal))
            && !use.From.StartsWith($"{Root}.GitHub.", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_storage_folder_names_a_database_provider()
    {
        string[] providers = ["Microsoft.Data.Sqlite", "Npgsql", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqliteDbContext"];
        var wrong = Dependencies().Where(use =>
            providers.Any(provider => use.To.StartsWith(provider, StringComparison.Ordinal)) && !use.From.StartsWith($"{Root}.Storage.", StringComparison.Ordinal)
            && !use.From.StartsWith($"{Root}.Hosting.Storage", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_hosting_folder_knows_Serilog()
    {
        var wrong = Dependencies().Where(use =>
            use.To.StartsWith("Serilog", StringComparison.Ordinal) && !use.From.StartsWith($"{Root}.Hosting.", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Classes_are_sealed_static_or_abstract()
    {
        var open = Bot.GetTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && !type.Namespace.Contains(".Migrations.", StringComparison.Ordinal)
            && !typeof(Microsoft.AspNetCore.Components.ComponentBase).IsAssignableFrom(type) && type.Name != "_Imports");

        Assert.Empty(open);
    }

    [Fact]
    public void Names_are_those_of_the_field()
    {
        string[] banned = ["Manager", "Helper", "Service", "Processor", "Util", "Utils", "Repository"];
        var wrong = Types.Select(type => type.Name).Where(name => banned.Any(word => name.EndsWith(word, StringComparison.Ordinal)));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_stay_small()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("Migrations", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (Path: path, Lines: File.ReadLines(path).Count()))
            .OrderBy(file => file.Lines)
            .ToList();

        Assert.True(sources[sources.Count / 2].Lines <= 50, $"the median is {sources[sources.Count / 2].Lines} lines");
        Assert.DoesNotContain(sources, file => file.Lines > 400);
    }

    private static IEnumerable<(string From, string To)> Dependencies() =>
        from type in Types
        from target in type.GetTypeDependencies()
        where target.FullName != type.FullName
        select (type.FullName, target.FullName);

    private static string? FeatureOf(string type) =>
        type.StartsWith($"{Root}.Features.", StringComparison.Ordinal) ? type.Split('.')[2] : null;
}
