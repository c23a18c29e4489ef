using Microsoft.AspNetCore.Http.HttpResults;
using NudgeBot.Chat;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>Whom a member may mean while they fill in who it was.</summary>
internal static class LocalPersonsEndpoint
{
    public static async Task<Results<Ok<LocalPersons>, ProblemHttpResult>> FindAsync(
        string id, UnitOfWork unitOfWork, CancellationToken cancellationToken, string text = "") =>
        LocalWorkspace.People.Any(person => person.Id == id)
            ? TypedResults.Ok(new LocalPersons(await unitOfWork.ReadAsync(
                LocalWorkspace.Id, id, services => services.GetRequiredService<Suggestions>().FindAsync(text, cancellationToken))))
            : LocalProblem.NotFound($"There is no member {id}; GET /local/members lists them.");
}

/// <summary>Persons by the value that a form takes and the label that one reads.</summary>
internal sealed record LocalPersons(IReadOnlyList<Option> Persons);
