using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Circle.Years;

/// <summary>The button of the circle that shows it over the years.</summary>
internal sealed class YearsAction(CircleYears years, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "circle.years";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await years.DrawAsync(turn, cancellationToken) is { } picture
            ? new Message(picture.Alt, new Card(new Heading(text["years.title"]), picture))
            : text["years.empty"].Value;
}
