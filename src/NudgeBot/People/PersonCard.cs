using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.People;

/// <summary>Says who a person is in one line, and offers to change it.</summary>
internal sealed class PersonCard(IStringLocalizer<PeopleText> text)
{
    /// <summary>Employer, e-mail, link, and since when the person is known.</summary>
    public string About(Turn turn, Person person)
    {
        var since = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(person.KnownSince, turn.Zone).DateTime);
        return string.Join(" · ", new[] { person.Employer, person.Email == person.Name ? null : person.Email, person.Link, text["since", turn.Show(since)].Value }.OfType<string>());
    }

    public Button EditButton(Person person) => new(EditPersonAction.Id, text["edit"], person.PersonId.ToString(), About: person.Name);
}
