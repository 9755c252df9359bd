using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Octokit.Internal;

namespace CommunityBot.GitHub;

// Of GitHub's answers, the members that are read here. Octokit's own models carry some fifty more an item, parsed by reflection.

internal sealed record AccountAnswer(long Id, string Login = "", string Type = "");

internal sealed record MergeAnswer(DateTimeOffset? MergedAt = null);

internal sealed record IssueAnswer(
    int Number, DateTimeOffset CreatedAt = default, AccountAnswer? User = null, MergeAnswer? PullRequest = null, DateTimeOffset? ClosedAt = null, LabelAnswer[]? Labels = null,
    string Title = "", string HtmlUrl = "", bool Locked = false, DateTimeOffset UpdatedAt = default)
{
    // The account of an item without a user is gone, so it is nobody's.
    public AuthoredItem? AsAuthored() => User is { } user
        ? new(Number, user.Id, PullRequest is not null, CreatedAt, PullRequest?.MergedAt, ClosedAt, [.. (Labels ?? []).Select(label => label.Name)])
        : null;
}

internal sealed record CommentAnswer(long Id, string HtmlUrl = "", string? Body = null, AccountAnswer? User = null);

internal sealed record ReactionAnswer(long Id = 0);

internal sealed record InstallationAnswer(DateTimeOffset CreatedAt, long Id = 0, DateTimeOffset? SuspendedAt = null);

internal sealed record PermissionAnswer(string? Permission = null, string? RoleName = null, CollaboratorAnswer? User = null);

internal sealed record CollaboratorAnswer(AccessAnswer? Permissions = null);

internal sealed record AccessAnswer(bool Triage = false, bool Push = false);

internal sealed record AssigneesAnswer(AccountAnswer[]? Assignees = null);

internal sealed record AttemptAnswer(long Id, string Guid, DateTimeOffset DeliveredAt, bool Redelivery, int StatusCode, string Event, string? Action = null);

internal sealed record NumberAnswer(int Number);

internal sealed record CheckSuiteAnswer(string? Conclusion = null);

internal sealed record ParentAnswer(string Sha);

internal sealed record CommitAnswer(ParentAnswer[]? Parents = null);

internal sealed record CheckSuitesAnswer(CheckSuiteAnswer[] CheckSuites);

internal sealed record OwnedRepositoryAnswer(long Id, string Name, AccountAnswer Owner, bool Archived = false);

internal sealed record OwnedRepositoriesAnswer(OwnedRepositoryAnswer[] Repositories);

internal sealed record TeamAccessAnswer(long Id, string Name, AccountAnswer Owner, bool Archived = false, AccessAnswer? Permissions = null);

/// <summary>No record, since a record prints its members.</summary>
internal sealed class TokenAnswer(string token, DateTimeOffset expiresAt)
{
    public string Token { get; } = token;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}

internal sealed record LabelAnswer(string Name = "");

internal sealed record NewLabelAnswer(string NodeId);

internal sealed record StateAnswer(string State, bool Locked = false);

internal sealed record EntryAnswer(string Name);

internal sealed record ContentAnswer(string Type, long Size, string? Content = null)
{
    // GitHub sends up to 1 MB of a file, and nothing of a larger one.
    public FileAnswer AsFile(string? etag) => Type != "file" ? FileAnswer.None
        : string.IsNullOrEmpty(Content) && Size > 0 ? new(false, new string(' ', FileAnswer.MostCharacters), etag)
        : new(false, FileAnswer.Decode(Convert.FromBase64String(Content ?? "")), etag);
}

internal sealed record ChangedFileAnswer(string Filename, string Status = "", string? PreviousFilename = null, string? Patch = null);

internal sealed record PageAnswer(string? HtmlUrl = null);

internal sealed record ProfileFilesAnswer(PageAnswer? Contributing = null, PageAnswer? CodeOfConduct = null, PageAnswer? CodeOfConductFile = null);

internal sealed record ProfileAnswer(ProfileFilesAnswer? Files = null);

internal sealed record AppAnswer(long Id, string Slug = "");

internal sealed record OwnAppAnswer(
    long Id, string Slug, string Name, AccountAnswer? Owner = null, Dictionary<string, string>? Permissions = null, string[]? Events = null);

/// <summary>No record, since a record prints its members.</summary>
internal sealed class NewAppAnswer(
    long id, string slug, string name, string pem, string? webhookSecret = null, string? clientId = null, string? clientSecret = null, AccountAnswer? owner = null,
    Dictionary<string, string>? permissions = null, string[]? events = null)
{
    public long Id { get; } = id;

    public string Slug { get; } = slug;

    public string Name { get; } = name;

    public string Pem { get; } = pem;

    public AccountAnswer? Owner { get; } = owner;

    public Dictionary<string, string>? Permissions { get; } = permissions;

    public string[]? Events { get; } = events;

    public string? WebhookSecret { get; } = webhookSecret;

    public string? ClientId { get; } = clientId;

    public string? ClientSecret { get; } = clientSecret;
}

internal sealed record CheckRunAnswer(string HtmlUrl, AppAnswer? App = null);

internal sealed record CheckRunsAnswer(CheckRunAnswer[] CheckRuns);

internal sealed record CommentRequest(string Body);

internal sealed record ReactionRequest(string Content);

internal sealed record LabelsRequest(IReadOnlyList<string> Labels);

internal sealed record LabelRequest(string Name);

internal sealed record AssigneesRequest(IReadOnlyList<string> Assignees);

internal sealed record ReviewersRequest(IReadOnlyList<string> Reviewers);

internal sealed record CloseRequest([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StateReason)
{
    public string State { get; } = "closed";
}

internal sealed record CheckRunRequest(string Name, string HeadSha, string Status, string Conclusion, CheckOutput Output)
{
    public static CheckRunRequest Of(CheckRun run) => new(
        run.Name,
        run.HeadSha,
        Status: "completed",
        run.Conclusion,
        new(run.Title, run.Summary, [.. run.Annotations.Select(note =>
            new AnnotationRequest(note.Path, note.Line, note.Line, note.Column, note.Column, note.Level, note.Title, note.Message))]));
}

internal sealed record CheckOutput(string Title, string Summary, IReadOnlyList<AnnotationRequest> Annotations);

internal sealed record AnnotationRequest(
    string Path, int StartLine, int EndLine, int StartColumn, int EndColumn, string AnnotationLevel, string Title, string Message);

/// <summary>Parsers made at compile time: less work for each answer and for the first one. What lacks a required member is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AccountAnswer[]))]
[JsonSerializable(typeof(AssigneesAnswer))]
[JsonSerializable(typeof(NumberAnswer))]
[JsonSerializable(typeof(AttemptAnswer[]))]
[JsonSerializable(typeof(CheckSuitesAnswer))]
[JsonSerializable(typeof(CommitAnswer))]
[JsonSerializable(typeof(OwnedRepositoriesAnswer))]
[JsonSerializable(typeof(IssueAnswer[]))]
[JsonSerializable(typeof(CommentAnswer[]))]
[JsonSerializable(typeof(ReactionAnswer))]
[JsonSerializable(typeof(AppAnswer))]
[JsonSerializable(typeof(OwnAppAnswer))]
[JsonSerializable(typeof(NewAppAnswer))]
[JsonSerializable(typeof(InstallationAnswer))]
[JsonSerializable(typeof(InstallationAnswer[]))]
[JsonSerializable(typeof(JsonDocument))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(PermissionAnswer))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(EntryAnswer[]))]
[JsonSerializable(typeof(ChangedFileAnswer[]))]
[JsonSerializable(typeof(TeamAccessAnswer[]))]
[JsonSerializable(typeof(ProfileAnswer))]
[JsonSerializable(typeof(ContentAnswer))]
[JsonSerializable(typeof(LabelAnswer[]))]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(CheckRunAnswer))]
[JsonSerializable(typeof(CheckRunsAnswer))]
[JsonSerializable(typeof(LabelsRequest))]
[JsonSerializable(typeof(NewLabelAnswer))]
[JsonSerializable(typeof(LabelRequest))]
[JsonSerializable(typeof(AssigneesRequest))]
[JsonSerializable(typeof(ReviewersRequest))]
[JsonSerializable(typeof(CloseRequest))]
[JsonSerializable(typeof(CheckRunRequest))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(ReactionRequest))]
internal sealed partial class AnswerContext : JsonSerializerContext;

/// <summary>Lets Octokit's connection read and write the types of this folder.</summary>
internal sealed class AnswerSerializer : IJsonSerializer
{
    public string Serialize(object item) => JsonSerializer.Serialize(item, TypeInfo(item.GetType()));

    public T Deserialize<T>(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)TypeInfo(typeof(T)))!;

    // REST and GraphQL spell names differently.
    private static JsonTypeInfo TypeInfo(Type type) => AnswerContext.Default.GetTypeInfo(type) ?? GraphQLContext.Default.GetTypeInfo(type)!;
}
