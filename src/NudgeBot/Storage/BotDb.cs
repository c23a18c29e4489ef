using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace NudgeBot.Storage;

/// <summary>
/// The database. Slices map their own entities beside them (<see cref="IEntityTypeConfiguration{TEntity}"/>) and ask with
/// <c>Set&lt;T&gt;()</c>. Ownership holds by construction: every read passes a filter on workspace and member, every new row is
/// stamped with them, and a change of somebody else's row is refused.
/// </summary>
internal abstract class BotDb : DbContext
{
    private readonly Owner owner;

    protected BotDb(DbContextOptions options, Owner owner)
        : base(options)
    {
        this.owner = owner;
        ChangeTracker.Tracking += (_, tracking) => Stamp(tracking.Entry, tracking.State);
    }

    /// <summary>The name of the ownership filter. Work across members, in Delivery and where <c>LayoutTests</c> lists it, switches it off.</summary>
    public const string OwnerFilter = "Owner";

    public string? WorkspaceId => owner.WorkspaceId;

    public string? MemberId => owner.MemberId;

    /// <summary>Has the database itself refuse every change in this scope. To be called before it is asked for anything.</summary>
    public abstract void OnlyLook();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        OwnershipModel.Apply(modelBuilder.Model, this);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Gives a new row its workspace and member before it is tracked, so that no slice has to, or can forget to.</summary>
    private void Stamp(EntityEntry entry, EntityState state)
    {
        if (state is not EntityState.Added || entry.Entity is not ITenantOwned row)
            return;
        Fill(nameof(ITenantOwned.WorkspaceId), row.WorkspaceId, WorkspaceId);
        if (row is ILetter letter)
            Fill(nameof(ILetter.FromMemberId), letter.FromMemberId, MemberId);
        else if (row is IMemberOwned owned)
            Fill(nameof(IMemberOwned.MemberId), owned.MemberId, MemberId);

        void Fill(string property, string? present, string? mine)
        {
            if (present is null)
                entry.Property(property).CurrentValue = mine ?? throw new InvalidOperationException("Nobody is set as the owner of this scope.");
        }
    }

    private void RefuseForeignRows()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            var mine = entry.Entity.WorkspaceId == WorkspaceId && entry.Entity switch
            {
                ILetter letter => letter.MemberId == MemberId || letter.FromMemberId == MemberId,
                IMemberOwned row => row.MemberId == MemberId,
                _ => true,
            };
            if (entry.State is not (EntityState.Unchanged or EntityState.Detached) && !mine)
                throw new InvalidOperationException($"A row of {entry.Metadata.ClrType.Name} belongs to somebody else and was not changed.");
        }
    }
}
