using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBot.Features.Nudges.Rows;

/// <summary>A pull request, and when it is to be looked at.</summary>
public sealed class PullRequestRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Its number.</summary>
    public int Number { get; init; }

    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Owner and name of the repository.</summary>
    public required string Repository { get; init; }

    /// <summary>What is known of it, as JSON.</summary>
    public required string Facts { get; init; }

    /// <summary>How far nudging has come, as JSON.</summary>
    public required string Progress { get; init; }

    /// <summary>Whether it is open, as far as is known.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When it is to be looked at next, in milliseconds since 1970; null if only something that happens can change anything.</summary>
    public long? DueAt { get; init; }

    /// <summary>When rules began to hold that it may have waited for longer, in milliseconds since 1970: what waited before is nudged in turns.</summary>
    public long? EnrolledAt { get; init; }

    /// <summary>When GitHub last told of it, in milliseconds since 1970.</summary>
    public long SeenAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<PullRequestRow>
    {
        public void Configure(EntityTypeBuilder<PullRequestRow> builder)
        {
            builder.ToTable("pull_requests").HasKey(row => new { row.RepositoryId, row.Number });
            builder.HasIndex(row => row.DueAt).HasFilter("due_at IS NOT NULL");

            // A push to the config of an owner concerns all that is theirs.
            builder.HasIndex(row => row.InstallationId);
        }
    }
}
