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

    /// <summary>The dialog with what is known.</summary>
    public Form For(Person person) => Of(person.PersonId, new PersonFields(person.Name, person.Email, person.Link, person.Employer, null));

    /// <summary>What was entered, or the dialog again with what is wrong with it.</summary>
    public (PersonFields? Fields, Message? Refusal) Read(Turn turn, Guid personId, Press press)
    {
        var (name, email, link, employer) = (Line("name"), Line("email"), Line("link"), Line("employer"));
        var since = DateOnly.TryParseExact(press.Field("since"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        var fields = new PersonFields(name, Optional(email)?.ToLowerInvariant(), Optional(link), Optional(employer), since);
        var wrong =
            Fold.Name(name).Length == 0 ? text["form.name.missing"].Value
            : name.Length > Longest || employer.Length > Longest || email.Length > Longest ? text["form.long", Longest].Value
            : email.Length > 0 && !IsAddress(email) ? text["form.email.wrong", email].Value
            : link.Length > 0 && !IsLink(link) ? text["form.link.wrong"].Value
            : press.Field("since").Length > 0 && since is null ? text["form.since.wrong"].Value
            : since > turn.Today ? text["form.since.ahead"].Value
            : null;
        return wrong is null ? (fields, null) : (null, new Message(wrong, Form: Of(personId, fields)));

        string Line(string field) => Typed.Clean(press.Field(field)).Replace('\n', ' ');
    }

    private Form Of(Guid personId, PersonFields fields) => new(
        SavePersonAction.Id, text["form.title"], text["form.save"], personId.ToString(),
        [
            new TextField("name", text["form.name"], fields.Name, MaxLength: Longest),
            new TextField("email", text["form.email"], fields.Email, Optional: true, MaxLength: Longest),
            new TextField("link", text["form.link"], fields.Link, Optional: true, MaxLength: LongestLink),
            new TextField("employer", text["form.employer"], fields.Employer, Optional: true, MaxLength: Longest),
            new DateField("since", text["form.since"], fields.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Optional: true, Hint: text["form.since.hint"]),
        ]);

    private static string? Optional(string typed) => typed.Length == 0 ? null : typed;

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
