using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Portability;

/// <summary>
/// Deletes by what columns are called, over every table of the model, so that a table added later cannot be left out. It looks past the
/// ownership filter, because what concerns a member also stands in rows of others; it reads nothing.
/// </summary>
internal sealed class Erasure(BotDb db)
{
    private static readonly MethodInfo Delete = typeof(Erasure).GetMethod(nameof(DeleteAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MethodInfo DeleteAll = typeof(Erasure).GetMethod(nameof(DeleteAllAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The columns in which rows name a member: every text whose name ends in "Id", but for the directory's own and the tenant's.</summary>
    public static IEnumerable<IProperty> NamingMembers(IEntityType type) =>
        type.ClrType == typeof(Account)
            ? []
            : type.GetProperties().Where(column =>
                column.ClrType == typeof(string) && column.Name.EndsWith("Id", StringComparison.Ordinal) && column.Name != nameof(ITenantOwned.WorkspaceId));

    /// <summary>Deletes every row of the workspace that names the member as its owner, sender, receiver or subject.</summary>
    public Task OfMemberAsync(string memberId, CancellationToken cancellationToken) =>
        EveryAsync(NamingMembers, memberId, cancellationToken);

    /// <summary>Deletes every row that hangs on a person or a record.</summary>
    /// <param name="column">The column that names it, such as <c>PersonId</c>.</param>
    /// <param name="id">The person or record.</param>
    /// <param name="kept">The tables whose rows stay.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    public Task OfAsync(string column, Guid id, IReadOnlyList<Type> kept, CancellationToken cancellationToken) => EveryAsync(
        type => kept.Contains(type.ClrType) ? [] : type.GetProperties().Where(property => property.Name == column), id, cancellationToken);

    /// <summary>Deletes everything of the workspace: its own row, and every row that begins with its id.</summary>
    public async Task OfWorkspaceAsync(CancellationToken cancellationToken)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)))
            await (Task)DeleteAll.MakeGenericMethod(type.ClrType).Invoke(this, [cancellationToken])!;
        db.ChangeTracker.Clear();
    }

    private Task<int> DeleteAllAsync<T>(CancellationToken cancellationToken)
        where T : class, ITenantOwned =>
        db.Set<T>().IgnoreQueryFilters().Where(it => it.WorkspaceId == db.WorkspaceId).ExecuteDeleteAsync(cancellationToken);

    private async Task EveryAsync(Func<IEntityType, IEnumerable<IProperty>> columns, object value, CancellationToken cancellationToken)
    {
        foreach (var type in db.Model.GetEntityTypes())
        {
            if (columns(type).ToList() is { Count: > 0 } found)
                await (Task)Delete.MakeGenericMethod(type.ClrType).Invoke(this, [found, value, cancellationToken])!;
        }
    }

    private Task<int> DeleteAsync<T>(IReadOnlyList<IProperty> columns, object value, CancellationToken cancellationToken)
        where T : class, ITenantOwned
    {
        var row = Expression.Parameter(typeof(T), "row");
        var any = columns
            .Select(column => Expression.Equal(Expression.Property(row, column.PropertyInfo!), Expression.Constant(value, column.ClrType)))
            .Aggregate<Expression>(Expression.OrElse);
        return db.Set<T>().IgnoreQueryFilters().Where(it => it.WorkspaceId == db.WorkspaceId)
            .Where(Expression.Lambda<Func<T, bool>>(any, row)).ExecuteDeleteAsync(cancellationToken);
    }
}
