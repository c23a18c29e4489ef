using System.Globalization;

namespace NudgeBot.Nudges;

/// <summary>
/// Reads CSV of whole numbers row by row, with or without its header. What is wrong is said with the file, the line
/// and what would be right, as a <see cref="FormatException"/>.
/// </summary>
internal sealed class IntegerRows(TextReader reader, string file, IReadOnlyList<string> columns)
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private string[] _cells = [];
    private int _line;
    private long _latest = long.MinValue;

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            _line++;
            _cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (line.Length == 0 || (_line == 1 && _cells[0].TrimStart('\uFEFF') == columns[0]))
                continue;
            if (_cells.Length != columns.Count)
                throw Wrong($"has {_cells.Length} columns; expected {string.Join(',', columns)}");
            return true;
        }

        return false;
    }

    /// <summary>A cell as it stands.</summary>
    public string Text(int column) => _cells[column];

    /// <summary>A cell as a number.</summary>
    public long Number(int column) => Parse(_cells[column], column);

    /// <summary>A cell as numbers with semicolons between.</summary>
    public IReadOnlyList<long> Numbers(int column) =>
        [.. _cells[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Parse(text, column))];

    /// <summary>A cell as seconds since 1970, UTC, which never fall from one row to the next.</summary>
    public long Time(int column)
    {
        var time = Number(column);
        if (time < First || time > Last)
            throw Wrong($"has {time} in {columns[column]}; expected seconds since 1970");
        if (time < _latest)
            throw Wrong("is earlier than the row before it; sort the file by time");
        return _latest = time;
    }

    private long Parse(string text, int column) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"has '{text}' in {columns[column]}; expected a whole number");

    private FormatException Wrong(string what) => new($"Line {_line} of the {file} {what}.");
}
