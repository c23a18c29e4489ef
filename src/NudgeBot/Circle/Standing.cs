using System.Text.Json;
using System.Text.Json.Serialization;

namespace NudgeBot.Circle;

/// <summary>Where a person stands in the circle at one moment; null where they are not in it. What is put back by one tap is such a moment.</summary>
internal sealed record Standing(Ring Ring, string? Cadence, int? CadenceDays, string Reason, DateOnly ChosenOn, DateOnly? RestedOn)
{
    [JsonIgnore]
    public bool HasSeat => RestedOn is null;

    public static Standing? Of(Associate? row) =>
        row is null ? null : new(row.Ring, row.Cadence, row.CadenceDays, row.Reason, row.ChosenOn, row.RestedOn);

    public static string? Write(Standing? standing) => standing is null ? null : JsonSerializer.Serialize(standing, CircleJson.Default.Standing);

    public static Standing? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, CircleJson.Default.Standing);

    public void ApplyTo(Associate row) =>
        (row.Ring, row.Cadence, row.CadenceDays, row.Reason, row.ChosenOn, row.RestedOn) = (Ring, Cadence, CadenceDays, Reason, ChosenOn, RestedOn);
}

/// <summary>How standings are written down.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Standing))]
internal sealed partial class CircleJson : JsonSerializerContext;
