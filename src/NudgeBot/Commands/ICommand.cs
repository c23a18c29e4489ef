using NudgeBot.Chat;

namespace NudgeBot.Commands;

/// <summary>
/// A command that members type. It runs in a transaction that belongs to the member: what it adds to the database is kept together
/// with the fact that the event was handled, before the reply is shown.
/// </summary>
internal interface ICommand
{
    /// <summary>Its name and examples, for the router and for help.</summary>
    static abstract CommandInfo Info { get; }

    /// <summary>Handles what followed the command's name.</summary>
    /// <param name="turn">Who asks and when.</param>
    /// <param name="text">The rest of the line, cleaned, without the command's name.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancellationToken);
}

/// <summary>What help and the router know of a command. Its one-line summary is the resource <c>help.{Name}</c>.</summary>
/// <param name="Name">The word that starts it.</param>
/// <param name="Examples">Whole lines that work, the most usual first.</param>
internal sealed record CommandInfo(string Name, params IReadOnlyList<string> Examples)
{
    /// <summary>Other words that start it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
