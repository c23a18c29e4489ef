using System.Diagnostics.CodeAnalysis;

namespace NudgeBot.Commands.Grammar;

/// <summary>What a text was understood as, or what is wrong with it.</summary>
internal sealed record Parsed<T>
{
    private readonly T? value;

    private Parsed(T? value, GrammarError? error) => (this.value, Error) = (value, error);

    /// <summary>What is wrong, or null when the text was understood.</summary>
    public GrammarError? Error { get; }

    /// <summary>True when the text was understood.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>What was understood.</summary>
    /// <exception cref="InvalidOperationException">It was not understood: ask <see cref="Ok"/> first.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Not understood: {Error.Kind}.");

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(GrammarError error) => new(default, error);

    /// <summary>The same for what is made of the value; an error stays what it is.</summary>
    public Parsed<TOther> Then<TOther>(Func<T, Parsed<TOther>> next) => Ok ? next(Value) : Error;
}
