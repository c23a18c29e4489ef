using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>
/// Says whether anything but their own names refers to a person: records, a seat in the circle, whatever has a foreign key to persons.
/// It asks the model, so that no slice can be forgotten. What was added or removed must be saved before.
/// </summary>
internal sealed class PersonReferences(BotDb db)
{
    public async Task<bool> AnyAsync(Guid personId, CancellationToken cancellationToken)
    {
        foreach (var key in db.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys())
        {
            if (key.DeclaringEntityType.ClrType != typeof(PersonAlias) && await Rows(key).AnyAsync(row => EF.Property<Guid>(row, Property(key)) == personId, cancellationToken))
                return true;
        }

        return false;
    }

    private static string Property(IForeignKey key) => key.Properties[^1].Name;

    private IQueryable<object> Rows(IForeignKey key) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(db, null)!;
}
