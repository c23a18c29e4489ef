namespace NudgeBot.Commands.Grammar;

/// <summary>
/// Decides how many words of a run are the name, where nothing marks its end. In this order: a known name; what stands before a word that
/// clearly ends it; words with capitals; the first word.
/// </summary>
internal sealed class BareNames(Sentence sentence, ParseContext context, Following following)
{
    /// <summary>How many words from a place on, within a limit, are the longest known name; 0 when none is.</summary>
    public int Known(int at, int limit)
    {
        for (var count = Math.Min(Grammar.Known.Words, limit); count > 0; count--)
        {
            if (sentence.IsName(at, count) && context.KnownNames.Contains(sentence.Folded(at, count)))
                return count;
        }

        return 0;
    }

    /// <summary>How many words from a place on, within a limit, look like a name by their capitals: "Zoe van der Meer".</summary>
    public int Capitals(int at, int limit)
    {
        var count = 0;
        for (var next = 0; next < limit && (sentence.IsCapitalised(at + next) || (count > 0 && NameWords.IsParticle(sentence.Word(at + next)))); next++)
        {
            if (sentence.IsCapitalised(at + next))
                count = next + 1;
        }

        return count;
    }

    /// <summary>True when a name may go on with the piece.</summary>
    public bool GoesOn(int at) =>
        sentence[at].Kind is Lexeme.Word && sentence.HasLetter(at) && !NameWords.CannotGoOn(sentence.Word(at), sentence.IsCapitalised(at));

    /// <summary>How many words of a run are the name.</summary>
    /// <param name="at">Where the run begins.</param>
    /// <param name="run">How many words it has, at least one.</param>
    /// <param name="stop">What ends it.</param>
    public int Length(int at, int run, Stop stop)
    {
        var known = Known(at, Grammar.Known.Words);
        var capitals = Capitals(at, run);
        if (known >= run)
            return known;
        if (run > Grammar.Known.Words)
            return Math.Max(1, known > 0 ? known : Math.Min(capitals, Grammar.Known.Words));
        return known > 0 ? Beyond(known, run, capitals, stop) : Unknown(run, capitals, stop);
    }

    // "ana lopez" where only some ana is known.
    private int Beyond(int known, int run, int capitals, Stop stop) => (following, stop) switch
    {
        (_, Stop.None) => known,
        (Following.Nothing or Following.Clause, Stop.Strong) => run,
        (Following.RequiredText, _) => stop is Stop.Strong ? run : known,
        _ => capitals == run ? run : known,
    };

    private int Unknown(int run, int capitals, Stop stop) => (following, stop) switch
    {
        (Following.Sentence, Stop.Strong) when capitals > 0 => capitals,
        (_, Stop.Strong or Stop.Separator) => run,
        (_, Stop.Weak) => capitals > 0 ? capitals : run,
        (Following.Nothing or Following.Clause, Stop.End) => run,
        (Following.RequiredText, Stop.End) => capitals > 1 && capitals < run ? capitals : 1,
        (_, Stop.End) when run <= 2 => run,
        _ => Math.Max(1, capitals),
    };
}
