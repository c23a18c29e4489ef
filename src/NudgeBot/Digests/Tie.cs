namespace NudgeBot.Digests;

/// <summary>Two members of a shared circle, one of whom recorded a help with the other.</summary>
/// <param name="First">The one whose id comes first.</param>
/// <param name="Second">The other one.</param>
/// <param name="LastContact">The day of the latest record that either has with the other.</param>
/// <param name="LastSuggested">The digest that named the two last, or null when none did.</param>
internal sealed record Tie(string First, string Second, DateOnly LastContact, DateTimeOffset? LastSuggested)
{
    public bool Has(string member) => First == member || Second == member;
}
