namespace CommunityBot.IntegrationTests.Simulator;

public sealed class PermissionTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    /// <summary>GitHub's older word for a role knows neither triage nor maintain: <see href="https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user"/>.</summary>
    [Theory]
    [InlineData("read", "read", false)]
    [InlineData("triage", "read", true)]
    [InlineData("write", "write", true)]
    [InlineData("maintain", "write", true)]
    [InlineData("admin", "admin", true)]
    public async Task Triage_is_folded_into_read_and_maintain_into_write(string role, string permission, bool triage)
    {
        _caller.Repository.Roles[_caller.GitHub.AddUser("somebody").Id] = role;

        var answer = await _caller.GetObjectAsync("repos/octo/hello/collaborators/somebody/permission");

        Assert.Equal((permission, role), ($"{answer["permission"]}", $"{answer["role_name"]}"));
        Assert.Equal(triage, (bool)answer["user"]!["permissions"]!["triage"]!);
    }

    [Fact]
    public async Task Everybody_reads_what_is_public_and_nobody_what_is_not()
    {
        _caller.GitHub.AddUser("somebody");
        _caller.GitHub.AddRepository(_caller.Installation, "octo", "secret", isPrivate: true);

        var open = await _caller.GetObjectAsync("repos/octo/hello/collaborators/somebody/permission");
        var closed = await _caller.GetObjectAsync("repos/octo/secret/collaborators/somebody/permission");

        Assert.Equal(("read", "none"), ($"{open["permission"]}", $"{closed["permission"]}"));
    }

    [Fact]
    public async Task Of_nobody_there_is_no_permission() =>
        Assert.Equal(404, await _caller.GetStatusAsync("repos/octo/hello/collaborators/nobody/permission"));
}
