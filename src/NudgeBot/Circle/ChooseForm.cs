using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary>The form by which somebody is chosen, also from outside the workspace; made and read here.</summary>
internal sealed class ChooseForm(IStringLocalizer<CircleText> text)
{
    /// <summary>The field for the ring, which may have no seats.</summary>
    public const string RingField = "ring";

    private const string NameField = "name", Email = "email", Link = "link", Employer = "employer", CadenceField = "cadence", Reason = "reason";

    /// <summary>The form, with what was filled in before and what is wrong with it, if anything.</summary>
    public Message Open(Press? press = null, Fault? wrong = null)
    {
        string? Given(string field) => press is null ? null : press.Field(field);
        return new Message(wrong?.Text ?? text["form.intro"], Form: new Form(ChooseFormAction.Id, text["form.title"], text["form.submit"], null, [
            new PersonField(NameField, text["form.name"], Given(NameField), Hint: text["form.name.hint"]),
            new TextField(Email, text["form.email"], Given(Email), Optional: true, Hint: text["form.email.hint"], MaxLength: PersonForm.Longest),
            new TextField(Link, text["form.link"], Given(Link), Optional: true, MaxLength: PersonForm.LongestLink),
            new TextField(Employer, text["form.employer"], Given(Employer), Optional: true, MaxLength: PersonForm.Longest),
            new ChoiceField(RingField, text["form.ring"], [
                new Option(nameof(Ring.Close), text["circle.Close"]),
                new Option(nameof(Ring.Inner), text["circle.Inner"]),
            ], Given(RingField) ?? nameof(Ring.Close)),
            new TextField(CadenceField, text["form.cadence"], Given(CadenceField), Optional: true, Hint: text["form.cadence.hint"], MaxLength: 60),
            new TextField(Reason, text["form.reason"], Given(Reason), Optional: true, Hint: text["why.hint"], Lines: true, MaxLength: Limits.Text),
        ]).With(wrong));
    }

    /// <summary>What was filled in, or what is wrong with it.</summary>
    public (Filled? Filled, Fault? Wrong) Read(Press press)
    {
        string Given(string field) => Typed.Clean(press.Field(field));
        var (name, email, link, employer, reason) = (Given(NameField).Replace('\n', ' ').Replace("\"", "", StringComparison.Ordinal).Trim(), Given(Email), Given(Link), Given(Employer), Given(Reason));
        if (Fold.Name(name).Length == 0)
            return (null, new(text["form.name.missing"], NameField));
        if (PersonForm.TooLong((NameField, name), (Employer, employer), (Email, email)) is { } field)
            return (null, new(text["form.long", PersonForm.Longest], field));
        if (email.Length > 0 && !PersonForm.IsAddress(email))
            return (null, new(text["form.email.wrong", email], Email));
        if (link.Length > 0 && !PersonForm.IsLink(link))
            return (null, new(text["form.link.wrong", link], Link));
        if (reason.Length > Limits.Text)
            return (null, new(text["text.long", Limits.Text], Reason));
        Ring? ring = Given(RingField) switch { nameof(Ring.Inner) => Ring.Inner, nameof(Ring.Close) => Ring.Close, _ => null };
        Cadence? cadence = null;
        if (Given(CadenceField) is { Length: > 0 } phrase)
        {
            if (Cadence.Read(phrase) is not { Ok: true, Value: var read })
                return (null, new(text["form.cadence.wrong", phrase], CadenceField));
            cadence = read;
        }

        return (new Filled(name, NullIfEmpty(email)?.ToLowerInvariant(), NullIfEmpty(link), NullIfEmpty(employer), new Choice(ring, cadence, NullIfEmpty(reason))), null);

        static string? NullIfEmpty(string given) => given.Length == 0 ? null : given;
    }
}

/// <summary>The form as it was filled in, checked.</summary>
internal sealed partial record Filled(string Name, string? Email, string? Link, string? Employer, Choice Choice)
{
    /// <summary>The account, where somebody was picked rather than typed.</summary>
    public PersonName.Mention? Picked => Mention().Match(Name) is { Success: true } picked ? new(0, picked.Groups[1].Value, null) : null;

    /// <summary>What is known of the person with this added; an address that is known already stays.</summary>
    public PersonFields AddedTo(Person person) =>
        new(person.Name, person.Email ?? Email, Link ?? person.Link, Employer ?? person.Employer, Since: null);

    /// <summary>The same as a command, which is held where the name could mean several persons.</summary>
    public string Line => string.Join(' ', new[]
    {
        $"{ChooseCommand.Info.Name} {(Picked is null ? $"\"{Name}\"" : Name)}",
        Choice.Ring?.ToString().ToLowerInvariant(),
        Choice.Cadence?.ToString(),
        Choice.Reason is { } reason ? $"because {reason}" : null,
    }.OfType<string>());

    [GeneratedRegex(@"^<@([^>|\s]+)(\|[^>]*)?>$")]
    private static partial Regex Mention();
}
