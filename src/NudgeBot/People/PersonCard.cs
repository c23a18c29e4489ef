using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.People;

/// <summary>Says who a person is in one line, and offers to change it.</summary>
internal sealed class PersonCard(IStringLocalizer<PeopleText> text)
{
    /// <summary>Employer, e-mail and link, and since when the person is known where that is given.</summary>
    public string About(Turn turn, Person person, DateOnly? since = null) => string.Join(
        " · ",
        new[] { person.Employer, person.Email == person.Name ? null : person.Email, person.Link, since is { } day ? text["since", turn.Show(day)].Value : null }.OfType<string>());

    /// <summary>The name with what is known besides.</summary>
    public string Line(Turn turn, Person person, DateOnly? since = null) =>
        About(turn, person, since) is { Length: > 0 } about ? $"{person.Name} · {about}" : person.Name;

    public Button EditButton(Person person) => new(EditPersonAction.Id, text["edit"], person.PersonId.ToString(), About: person.Name);
}
