using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.People;

/// <summary>The dialog in which a person's name, address, link and employer are changed, and what may be entered.</summary>
internal sealed class PersonForm(IStringLocalizer<PeopleText> text)
{
    /// <summary>The most characters of a name, an address or an employer, and of a link.</summary>
    public const int Longest = 200, LongestLink = 500;

    private const string Name = "name", Email = "email", Link = "link", Employer = "employer", Since = "since";

    /// <summary>The dialog with what is known.</summary>
    public Form For(Person person) => Of(person.PersonId, new PersonFields(person.Name, person.Email, person.Link, person.Employer, null));

    /// <summary>What was entered, or the dialog again with what is wrong with it.</summary>
    public (PersonFields? Fields, Message? Refusal) Read(Turn turn, Guid personId, Press press)
    {
        var (name, email, link, employer) = (Line(Name), Line(Email), Line(Link), Line(Employer));
        var since = DateOnly.TryParseExact(press.Field(Since), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        var fields = new PersonFields(name, Optional(email)?.ToLowerInvariant(), Optional(link), Optional(employer), since);
        var wrong =
            Fold.Name(name).Length == 0 ? new Fault(text["form.name.missing"], Name)
            : TooLong((Name, name), (Employer, employer), (Email, email)) is { } field ? new Fault(text["form.long", Longest], field)
            : email.Length > 0 && !IsAddress(email) ? new Fault(text["form.email.wrong", email], Email)
            : link.Length > 0 && !IsLink(link) ? new Fault(text["form.link.wrong"], Link)
            : press.Field(Since).Length > 0 && since is null ? new Fault(text["form.since.wrong"], Since)
            : since > turn.Today ? new Fault(text["form.since.ahead"], Since)
            : null;
        return wrong is null ? (fields, null) : (null, new Message(wrong.Text, Form: Of(personId, fields).With(wrong)));

        string Line(string field) => Typed.Clean(press.Field(field)).Replace('\n', ' ');
    }

    private Form Of(Guid personId, PersonFields fields) => new(
        SavePersonAction.Id, text["form.title"], text["form.save"], personId.ToString(),
        [
            new TextField(Name, text["form.name"], fields.Name, MaxLength: Longest),
            new TextField(Email, text["form.email"], fields.Email, Optional: true, MaxLength: Longest),
            new TextField(Link, text["form.link"], fields.Link, Optional: true, MaxLength: LongestLink),
            new TextField(Employer, text["form.employer"], fields.Employer, Optional: true, MaxLength: Longest),
            new DateField(Since, text["form.since"], fields.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Optional: true, Hint: text["form.since.hint"]),
        ]);

    private static string? Optional(string typed) => typed.Length == 0 ? null : typed;

    /// <summary>The dialog with what is known, where what was entered as the first day at the employer cannot be.</summary>
    public Message TooEarly(Person person)
    {
        var wrong = new Fault(text["form.since.early"], Since);
        return new Message(wrong.Text, Form: For(person).With(wrong));
    }

    /// <summary>The first field of which the text is longer than it may be; null where none is.</summary>
    public static string? TooLong(params IEnumerable<(string Field, string Text)> filled) => filled.FirstOrDefault(it => it.Text.Length > Longest).Field;

    /// <summary>Whether it is an e-mail address and nothing else.</summary>
    public static bool IsAddress(string typed) =>
        MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether it is the address of a web page.</summary>
    public static bool IsLink(string typed) =>
        typed.Length <= LongestLink && Uri.TryCreate(typed, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}

/// <summary>What a member entered about a person.</summary>
/// <param name="Since">The first day at the employer; null when it was not said.</param>
internal sealed record PersonFields(string Name, string? Email, string? Link, string? Employer, DateOnly? Since);
