using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle;

/// <summary>Opens the form for choosing somebody, and chooses whom it names.</summary>
internal sealed class ChooseFormAction(BotDb db, ChooseForm form, Names names, NewPersons newPersons, PersonChanges changes, Choosing choosing) : IAction
{
    public static string Id => "choose.form";

    public static bool OpensForm => true;

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Form.Count == 0)
            return form.Open();
        var (filled, wrong) = form.Read(press);
        if (filled is null)
            return form.Open(press, wrong);
        if (await choosing.RefusalAsync(filled.Choice.Ring, cancellationToken) is { } refusal)
            return form.Open(press, new(refusal.Messages[0].Text, ChooseForm.RingField));
        var who = await WhoAsync(turn with { Line = filled.Line }, filled, cancellationToken);
        if (who.Answer is { } answer)
            return answer;
        var person = who.Person;
        // What is added to a person asks for what is known of them.
        await db.SaveChangesAsync(cancellationToken);
        await changes.ApplyAsync(turn, person, filled.AddedTo(person), cancellationToken);
        return await choosing.ChooseAsync(turn, person, filled.Choice, cancellationToken);
    }

    /// <summary>
    /// An address tells more than a name: somebody known by it is meant whatever they are called, and a namesake with another one is
    /// somebody else.
    /// </summary>
    private async Task<Resolution> WhoAsync(Turn turn, Filled filled, CancellationToken cancellationToken)
    {
        if (filled.Picked is { } picked)
            return await names.ResolveAsync(turn, picked, cancellationToken);
        if (filled.Email is not { } key)
            return await names.ResolveAsync(turn, new PersonName.Quoted(0, filled.Name), cancellationToken);
        if (await db.Set<PersonAlias>().AnyAsync(row => row.Kind == AliasKind.Email && row.Value == key && row.Until == null, cancellationToken)
            || await db.Set<Account>().AnyAsync(row => row.IsActive && row.Email == key, cancellationToken))
            return await names.ResolveAsync(turn, new PersonName.Email(0, key), cancellationToken);
        var folded = Fold.Name(filled.Name);
        var namesakes = await (
            from alias in db.Set<PersonAlias>()
            join person in db.Set<Person>() on alias.PersonId equals person.PersonId
            where alias.Kind == AliasKind.Name && alias.Value == folded && alias.Until == null && person.Email == null
            select person).Take(2).ToListAsync(cancellationToken);
        return namesakes is [var only]
            ? new Resolution([only], null)
            : await newPersons.TakeAsync(turn, [new Meant.Unknown(filled.Name, key)], cancellationToken);
    }
}
