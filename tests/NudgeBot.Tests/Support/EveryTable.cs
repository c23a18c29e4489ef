using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.People;
using NudgeBot.Portability;
using NudgeBot.Storage;

namespace NudgeBot.Tests.Support;

/// <summary>Lays one row of a member into every table of the model, also into those that are added later.</summary>
internal static class EveryTable
{
    /// <summary>The folded name of the person that the rows are about.</summary>
    public const string PersonName = "zed quux";

    /// <summary>When everything in the rows is due: nothing of it may happen during a test.</summary>
    private static readonly DateTimeOffset FarOff = new(2150, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Lays the rows; every id of a record or person in them is the one given.</summary>
    /// <param name="bot">Whose database.</param>
    /// <param name="memberId">Whom every row names as its owner or sender.</param>
    /// <param name="friendId">Whom letters are for.</param>
    /// <param name="id">The id.</param>
    public static Task<IReadOnlyList<Type>> FillAsync(TestBot bot, string memberId, string friendId, Guid id) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync<IReadOnlyList<Type>>("local", memberId, async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            List<Type> filled = [];
            foreach (var type in db.Model.GetEntityTypes().Where(type => Erasure.NamingMembers(type).Any()))
            {
                var row = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
                foreach (var column in type.GetProperties())
                    Fill(row.Property(column.Name).Metadata, value => row.Property(column.Name).CurrentValue = value);
                if (row.Entity is PersonAlias)
                    (row.Property(nameof(PersonAlias.Kind)).CurrentValue, row.Property(nameof(PersonAlias.Value)).CurrentValue) = (AliasKind.Name, PersonName);
                if (row.Entity is ILetter)
                    row.Property(nameof(IMemberOwned.MemberId)).CurrentValue = friendId;
                var key = type.FindPrimaryKey()!.Properties.Select(column => row.Property(column.Name).CurrentValue).ToArray();
                filled.Add(type.ClrType);
                if (await db.FindAsync(type.ClrType, key) is null)
                    db.Add(row.Entity);
            }

            return filled;

            void Fill(IProperty column, Action<object> set)
            {
                var kind = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
                if (column.Name == nameof(ITenantOwned.WorkspaceId))
                    set("local");
                else if (kind == typeof(string))
                    set(column.Name.EndsWith("Id", StringComparison.Ordinal) ? memberId : "x");
                else if (kind == typeof(Guid))
                    set(id);
                else if (kind == typeof(DateTimeOffset))
                    set(FarOff);
                else if (kind == typeof(long) && column.IsKey())
                    set(100_000L + memberId[0]);
            }
        }, CancellationToken.None);
}
