using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NudgeBot.Storage;

/// <summary>Writes ownership into the model: the filter on every read.</summary>
internal static class OwnershipModel
{
    public static void Apply(IMutableModel model, BotDb db)
    {
        foreach (var type in model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)))
            Own(type, db);
    }

    private static void Own(IMutableEntityType type, BotDb db)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        // EF Core replaces the constant by the context that runs the query (learn.microsoft.com/ef/core/querying/filters).
        var me = Expression.Constant(db, typeof(BotDb));
        Expression Same(string property, string mine) =>
            Expression.Equal(Expression.Property(row, property), Expression.Property(me, mine));

        var filter = Same(nameof(ITenantOwned.WorkspaceId), nameof(BotDb.WorkspaceId));
        if (typeof(ILetter).IsAssignableFrom(type.ClrType))
        {
            filter = Expression.AndAlso(filter, Expression.OrElse(
                Same(nameof(IMemberOwned.MemberId), nameof(BotDb.MemberId)),
                Same(nameof(ILetter.FromMemberId), nameof(BotDb.MemberId))));
        }
        else if (typeof(IMemberOwned).IsAssignableFrom(type.ClrType))
        {
            filter = Expression.AndAlso(filter, Same(nameof(IMemberOwned.MemberId), nameof(BotDb.MemberId)));
        }

        type.SetQueryFilter(BotDb.OwnerFilter, Expression.Lambda(filter, row));
    }
}
