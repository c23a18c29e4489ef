using NudgeBot.Chat;

namespace NudgeBot.People;

/// <summary>Who is meant: the persons in the order in which they were named, or what to answer instead.</summary>
/// <param name="Persons">Each once; empty when there is an answer instead.</param>
/// <param name="Answer">A question whom the member means, or why a name cannot be used; null when all is clear.</param>
internal sealed record Resolution(IReadOnlyList<Person> Persons, Reply? Answer)
{
    /// <summary>The only person, where one was named.</summary>
    public Person Person => Persons[0];
}
