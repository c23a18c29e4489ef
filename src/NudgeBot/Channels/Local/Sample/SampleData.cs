using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Local.Sample;

/// <summary>The sample history as <c>sample.json</c> holds it; times are ISO 8601 durations back from today.</summary>
internal sealed record SampleData(IReadOnlyList<SampleMember> Members);

/// <summary>One colleague's memory.</summary>
internal sealed record SampleMember(string Id, IReadOnlyList<SamplePerson> Persons);

/// <summary>Somebody in it.</summary>
/// <param name="Account">Their account, for a colleague.</param>
/// <param name="Met">How long ago they met.</param>
internal sealed record SamplePerson(
    string Name, string? Account, string? Email, string? Employer, string Met, SampleSeat? Seat, SampleTouches? Touches, IReadOnlyList<SampleEntry> Entries);

/// <summary>Their seat in the circle.</summary>
internal sealed record SampleSeat(string Ring, string? Cadence, int? Days, string Reason, string Ago);

/// <summary>Touches about this many days apart, irregular as life is, with one text after the other.</summary>
internal sealed record SampleTouches(int Days, string From, string To, IReadOnlyList<string> Texts);

/// <summary>A help, note or need.</summary>
internal sealed record SampleEntry(string Ago, string Kind, string Text);

/// <summary>How the file is read.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, RespectNullableAnnotations = false)]
[JsonSerializable(typeof(SampleData))]
internal sealed partial class SampleJson : JsonSerializerContext;
