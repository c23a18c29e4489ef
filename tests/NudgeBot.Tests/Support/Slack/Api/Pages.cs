using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Cuts lists into pages behind opaque cursors that end in "=".</summary>
internal static class Pages
{
    public static JsonObject Of(ApiCall call, string name, IReadOnlyList<JsonNode> all, int most)
    {
        var limit = call.Number("limit", most);
        if (limit is < 1 or > 1000)
            throw new ApiError("invalid_limit");
        limit = Math.Min(limit, most);
        var start = Start(call.Text("cursor"));
        if (start > all.Count)
            throw new ApiError("invalid_cursor");

        // An awkward list begins with an empty page, and every page after it is short by one.
        var awkward = call.World.Options.AwkwardPages && all.Count > 0;
        var take = !awkward ? limit : call.Text("cursor") is not { Length: > 0 } ? 0 : Math.Max(1, limit - 1);
        var page = all.Skip(start).Take(take).Select(item => item.DeepClone());
        var next = start + take < all.Count ? Cursor(start + take) : "";
        return ApiMethod.Ok((name, new JsonArray([.. page])), ("response_metadata", new JsonObject { ["next_cursor"] = next }), ("cache_ts", 1498777272));
    }

    public static string Cursor(int at)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"next:{at}");
        // Padding is what clients forget to encode; a length that is not a multiple of three brings it.
        while (text.Length % 3 == 0)
            text += ":";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    public static int Start(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return 0;
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':') is ["next", var at, ..]
            && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : throw new ApiError("invalid_cursor");
    }
}
