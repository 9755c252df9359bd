using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBot.Features.Nudges.Rows;

/// <summary>A repository whose open pull requests are known, or are being read.</summary>
public sealed class NudgedRepositoryRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Owner and name.</summary>
    public required string Repository { get; init; }

    /// <summary>When they are to be read, in milliseconds since 1970; null if they were.</summary>
    public long? DueAt { get; init; }

    /// <summary>When reading them began, in milliseconds since 1970; null if it did not.</summary>
    public long? StartedAt { get; init; }

    /// <summary>Where it goes on.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many of them wait for their turn.</summary>
    public int Waiting { get; init; }

    /// <summary>The day on which one of them was nudged last, as the calendar counts days.</summary>
    public long NudgedDay { get; init; }

    /// <summary>How many were on that day.</summary>
    public int NudgedThen { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<NudgedRepositoryRow>
    {
        public void Configure(EntityTypeBuilder<NudgedRepositoryRow> builder)
        {
            builder.ToTable("nudged_repositories").HasKey(row => row.RepositoryId);
            builder.Property(row => row.RepositoryId).ValueGeneratedNever();
            builder.HasIndex(row => row.DueAt).HasFilter("due_at IS NOT NULL");
            builder.HasIndex(row => row.InstallationId);
        }
    }
}
