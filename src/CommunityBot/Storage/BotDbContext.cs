using System.Linq.Expressions;
using System.Text.RegularExpressions;
using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Inbox.Redelivery;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.Schedule;
using CommunityBot.Team;
using CommunityBot.Web.Keys;
using CommunityBot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBot.Storage;

/// <summary>The tables, for migrations and for queries that are not on the hot path.</summary>
public abstract partial class BotDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The inbox.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <summary>The outbox.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeliveryRow>(table =>
        {
            Queue(table, "deliveries", row => new { row.Lane, row.Seq, row.DueAt });
            table.HasIndex(row => new { row.InstallationId, row.Seq, row.DueAt }, "ix_deliveries_installations").HasFilter("state = 0");
            table.HasIndex(row => row.DeliveryId).IsUnique();
            table.HasIndex(row => row.FinishedAt, "ix_deliveries_finished").HasFilter("state = 2");
        });
        modelBuilder.Entity<PayloadRow>(table =>
        {
            table.ToTable("payloads").HasKey(row => row.Seq);
            table.Property(row => row.Seq).ValueGeneratedNever();
        });
        modelBuilder.Entity<FailedDeliveryRow>(table =>
        {
            table.ToTable("failed_deliveries").HasKey(row => row.DeliveryId);
            table.HasIndex(row => row.DueAt);
        });
        modelBuilder.Entity<WatermarkRow>(table =>
        {
            table.ToTable("watermarks").HasKey(row => row.AppId);
            table.Property(row => row.AppId).ValueGeneratedNever();
        });
        modelBuilder.Entity<StateReadRow>(table =>
        {
            table.ToTable("state_reads").HasKey(row => new { row.InstallationId, row.RepositoryId });
            table.HasIndex(row => row.DueAt);
        });
        modelBuilder.Entity<LeaseRow>().ToTable("leases").HasKey(row => row.Name);
        modelBuilder.Entity<OutboxRow>(table =>
        {
            Queue(table, "outbox", row => new { row.Lane, row.Rank, row.Seq, row.DueAt });
            table.HasIndex(row => new { row.Moment, row.Key }).IsUnique();
            table.HasIndex(row => new { row.Lane, row.ContentAt }).HasFilter("content_at IS NOT NULL");
            table.HasIndex(row => new { row.Thread, row.ContentAt }).HasFilter("content_at IS NOT NULL AND thread IS NOT NULL");
            table.HasIndex(row => row.FinishedAt, "ix_outbox_finished").HasFilter("state = 2 AND effect <> ''");
        });
        modelBuilder.Entity<LanePauseRow>().ToTable("lane_pauses").HasKey(row => new { row.Queue, row.Lane, row.Rank });
        modelBuilder.Entity<InstallationPauseRow>(table =>
        {
            table.ToTable("installation_pauses").HasKey(row => row.InstallationId);
            table.Property(row => row.InstallationId).ValueGeneratedNever();
        });
        modelBuilder.Entity<RequestPointsRow>(table =>
        {
            table.ToTable("request_points").HasKey(row => row.InstallationId);
            table.Property(row => row.InstallationId).ValueGeneratedNever();
        });
        modelBuilder.Entity<ContributionRow>().ToTable("contributions").HasKey(row => new { row.RepositoryId, row.PersonId, row.Type, row.Subject });
        modelBuilder.Entity<PersonRow>(table =>
        {
            table.ToTable("people").HasKey(row => new { row.RepositoryId, row.PersonId });
            table.HasIndex(row => row.HistoryReadBy).HasFilter("history_read_by <> 0");
        });
        modelBuilder.Entity<AddedRepositoryRow>().ToTable("added_repositories").HasKey(row => new { row.InstallationId, row.RepositoryId });
        modelBuilder.Entity<AvailabilityRow>(table =>
        {
            table.ToTable("availability").HasKey(row => row.PersonId);
            table.Property(row => row.PersonId).ValueGeneratedNever();
            table.HasIndex(row => row.Login).HasFilter("muted = 1");
        });
        modelBuilder.Entity<KudosRow>(table =>
        {
            table.ToTable("kudos").HasKey(row => new { row.GiverId, row.ReceiverId, row.CommentKind, row.CommentId });
            table.HasIndex(row => new { row.ReceiverId, row.OccurredAt });
            table.HasIndex(row => new { row.RepositoryId, row.OccurredAt });
        });
        modelBuilder.Entity<ShoutOutRow>(table =>
        {
            table.ToTable("shout_outs").HasKey(row => new { row.RepositoryId, row.PersonId, row.Address });
            table.HasIndex(row => new { row.PersonId, row.OccurredAt });
        });
        modelBuilder.Entity<HeardCommentRow>(table =>
        {
            table.ToTable("heard_comments").HasKey(row => new { row.Kind, row.CommentId, row.EditedAt });
            table.HasIndex(row => row.WrittenAt);
        });
        modelBuilder.Entity<MentoringRow>(table =>
        {
            table.ToTable("mentorings").HasKey(row => new { row.RepositoryId, row.Number });
            table.HasIndex(row => new { row.InstallationId, row.MentorId, row.StartedAt });
            table.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL");
        });
        modelBuilder.Entity<ClaimRow>(table =>
        {
            table.ToTable("claims").HasKey(row => row.Id);
            table.HasIndex(row => new { row.RepositoryId, row.Number }).IsUnique().HasFilter("ended_at IS NULL");
            table.HasIndex(row => row.DueAt).HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.RepositoryId, row.PersonId }).HasFilter("ended_at IS NULL");
            table.HasIndex(row => row.EndedAt).HasFilter("ended_at IS NOT NULL");
        });
        modelBuilder.Entity<ChangeRequestRow>(table =>
        {
            table.ToTable("change_requests").HasKey(row => new { row.RepositoryId, row.Number, row.ReviewId });
            table.HasIndex(row => row.AskedAt);
        });
        modelBuilder.Entity<ConfigFileRow>(table =>
        {
            table.ToTable("config_files").HasKey(row => new { row.Place, row.Path });
            table.HasIndex(row => row.InstallationId);
        });
        modelBuilder.Entity<FoundLinksRow>(table =>
        {
            table.ToTable("found_links").HasKey(row => row.RepositoryId);
            table.Property(row => row.RepositoryId).ValueGeneratedNever();
        });
        modelBuilder.Entity<InstallationRow>(table =>
        {
            table.ToTable("installations");
            table.Property(row => row.Id).ValueGeneratedNever();
        });

        modelBuilder.Entity<WebKeyRow>().ToTable("web_keys").HasKey(row => row.Name);

        // Features describe the tables that only they need beside their rows.
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(WordStart().Replace(property.Name, "_$0").ToLowerInvariant());
            if (property.ClrType == typeof(bool) || property.ClrType == typeof(bool?))
            {
                // A number on every database, so that one statement does for all.
                property.SetProviderClrType(typeof(int));
            }
        }
    }

    private static void Queue<T>(EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> order)
        where T : WorkRow
    {
        table.ToTable(name).HasKey(row => row.Seq);
        table.HasIndex(order, $"ix_{name}_available").HasFilter("state = 0");
        table.HasIndex(row => new { row.Lane, row.DueAt }, $"ix_{name}_running").HasFilter("state = 1");

        // The page counts what was given up each time it is looked at, and an operator lists it.
        table.HasIndex(row => row.State, $"ix_{name}_parked").HasFilter("state = 3");
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
