using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBot.Features.Nudges.Rows;

/// <summary>That somebody was nudged, kept for as long as it counts.</summary>
public sealed class SentNudgeRow
{
    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of the account.</summary>
    public long PersonId { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public long SentAt { get; init; }

    /// <summary>What the outbox knows the nudge by.</summary>
    public required string Key { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SentNudgeRow>
    {
        public void Configure(EntityTypeBuilder<SentNudgeRow> builder) =>
            builder.ToTable("sent_nudges").HasKey(row => new { row.InstallationId, row.PersonId, row.SentAt, row.Key });
    }
}
