using NudgeBot.Chat;
using NudgeBot.Circle.Years;
using NudgeBot.Tests.Support;
using SkiaSharp;

namespace NudgeBot.Tests.Circle.Years;

public sealed class CircleYearsTests
{
    [Fact]
    public async Task Over_the_years_tells_in_words_what_the_picture_shows()
    {
        await using var bot = new TestBot();
        await CircleAsync(bot);

        var answer = await PressAsync(bot);

        Assert.Equal(
            """
            Your circle over the years
            Chen Wei: helped you 2014; in touch 2025–2026; silent Mar 2014 to Nov 2025; silent since Feb 2026
            Bob Tanaka: nothing on record yet
            """.ReplaceLineEndings("\n"),
            answer.Text);
        Assert.Equal(answer.Text, PictureOf(answer).Alt);
    }

    [Fact]
    public async Task The_picture_is_a_PNG_with_a_row_for_each_person_and_nothing_cut_off()
    {
        await using var bot = new TestBot();
        await CircleAsync(bot);

        var image = PictureOf(await PressAsync(bot)).Image;

        Assert.Equal(("circle-over-the-years.png", "image/png"), (image.Name, image.MediaType));
        using var bitmap = SKBitmap.Decode(image.Bytes);
        Assert.Equal((1440, 342), (bitmap.Width, bitmap.Height));
        Assert.All(Border(bitmap), pixel => Assert.Equal(SKColors.White, pixel));
    }

    [Fact]
    public async Task The_same_circle_gives_the_same_picture_all_week_and_another_one_after_a_record()
    {
        await using var bot = new TestBot();
        await CircleAsync(bot);
        var first = PictureOf(await PressAsync(bot)).Image.Bytes;

        await bot.AdvanceAsync("P3D");
        var later = PictureOf(await PressAsync(bot)).Image.Bytes;
        await bot.SayAsync("ana", "met bob");
        var after = PictureOf(await PressAsync(bot)).Image.Bytes;

        Assert.Equal(first, later);
        Assert.NotEqual(later, after);
    }

    [Fact]
    public async Task A_name_in_letters_that_no_font_has_is_drawn_by_its_place()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose \"𖠀𖠁\"");
        await bot.SayAsync("ana", "met \"𖠀𖠁\"");
        var strange = PictureOf(await PressAsync(bot));

        Assert.Contains("𖠀", strange.Alt, StringComparison.Ordinal);
        Assert.NotEmpty(strange.Image.Bytes);
    }

    [Fact]
    public async Task Without_any_record_it_says_how_to_begin()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose @chen");

        var answer = await PressAsync(bot);

        Assert.StartsWith("Nothing is on record yet of anybody in your circle.", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Card);
    }

    private static async Task CircleAsync(TestBot bot)
    {
        await bot.SayAsync("ana", "choose @chen inner");
        await bot.SayAsync("ana", "choose @bob");
        await bot.SayAsync("ana", "thanks @chen for reading my thesis on 2014-03-05");
        await bot.SayAsync("ana", "met @chen on 2025-11-20");
        await bot.SayAsync("ana", "met @chen on 2026-01-10");
        await bot.SayAsync("ana", "met @chen on 2026-02-10");
    }

    private static async Task<Message> PressAsync(TestBot bot) => Assert.Single((await bot.ForgeAsync("ana", YearsAction.Id, null)).Messages);

    private static Picture PictureOf(Message message) => Assert.Single(message.Card!.Elements.OfType<Picture>());

    private static IEnumerable<SKColor> Border(SKBitmap bitmap) =>
        Enumerable.Range(0, bitmap.Width).SelectMany(x => new[] { bitmap.GetPixel(x, 0), bitmap.GetPixel(x, bitmap.Height - 1) })
            .Concat(Enumerable.Range(0, bitmap.Height).SelectMany(y => new[] { bitmap.GetPixel(0, y), bitmap.GetPixel(bitmap.Width - 1, y) }));
}
