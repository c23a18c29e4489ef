using NudgeBot.Chat;
using NudgeBot.Ledger;

namespace NudgeBot.Tests.Channels.Contract;

/// <summary>
/// What every channel promises to the rest of the program (<see cref="IChannel"/>), asked of each through its real adapter and a platform of the
/// tests' own. What only one platform has stands in the tests of its folder.
/// </summary>
public abstract class ChannelContractTests
{
    private protected static readonly Message Hello = new("Hello there.", new Card(new Paragraph("Hello there."), new ActionRow(new Button("nudges.on", "Yes"), new Button("nudges.off", "No"))));

    internal abstract Task<ChannelStand> StartAsync();

    [Fact]
    public async Task A_text_gets_to_whom_it_is_for_and_to_nobody_else()
    {
        await using var stand = await StartAsync();

        await stand.TellAsync(stand.Ana, new Message("Ana alone knows."));

        Assert.Contains(await stand.PrivateAsync(stand.Ana), words => words.Contains("Ana alone knows.", StringComparison.Ordinal));
        Assert.DoesNotContain(await stand.PrivateAsync(stand.Bob), words => words.Contains("Ana alone", StringComparison.Ordinal));
        Assert.Empty(await stand.OpenAsync());
    }

    [Fact]
    public async Task A_card_says_everything_that_is_on_it()
    {
        await using var stand = await StartAsync();

        await stand.TellAsync(stand.Ana, new Message("All.", new Card(
            new Heading("A heading"), new Paragraph("A paragraph"), new Quiet("A quiet line"), new Facts(new Fact("A label", "A fact")), new Divider(),
            new Picture(new FileContent("circle.png", "image/png", [1, 2, 3]), "Words of a picture"), new ActionRow(new Button("nudges.on", "A button")))));

        var words = (await stand.PrivateAsync(stand.Ana))[^1];
        Assert.All(
            ["A heading", "A paragraph", "A quiet line", "A label", "A fact", "Words of a picture", "A button"],
            said => Assert.Contains(said, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_text_every_word_gets_there_in_its_order()
    {
        await using var stand = await StartAsync();
        var numbers = Enumerable.Range(0, 12_000).Select(number => $"{number:00000}").ToList();

        await stand.DeliverAsync(stand.Ana, new Message("Long.", new Card(new Paragraph(string.Join(' ', numbers)))));

        // What a notification says repeats what follows it.
        Assert.Equal(numbers, (await stand.PrivateAsync(stand.Ana)).SelectMany(words => words.Split(' ', '\n')).Where(word => word.Length == 5 && word.All(char.IsAsciiDigit)).Distinct());
    }

    [Fact]
    public async Task Of_a_card_with_more_parts_than_the_platform_takes_every_one_gets_there()
    {
        await using var stand = await StartAsync();
        var facts = Enumerable.Range(0, 250).Select(number => new Fact($"Label{number}.", $"Fact{number}.")).ToList();

        await stand.DeliverAsync(stand.Ana, new Message("Many.", new Card([.. facts.Chunk(10).SelectMany(some => new CardElement[] { new Heading("Some"), new Facts(some), new Divider() })])));

        var words = string.Join('\n', await stand.PrivateAsync(stand.Ana));
        Assert.All(facts, fact => Assert.True(words.Contains(fact.Label, StringComparison.Ordinal) && words.Contains(fact.Text, StringComparison.Ordinal), fact.Label));
    }

    [Fact]
    public async Task A_message_takes_the_place_of_an_earlier_one()
    {
        await using var stand = await StartAsync();
        var earlier = await stand.TellAsync(stand.Ana, Hello);

        await stand.TellAsync(stand.Ana, new Message("Done with it."), replaces: earlier);

        var words = await stand.PrivateAsync(stand.Ana);
        Assert.Contains(words, said => said.Contains("Done with it.", StringComparison.Ordinal));
        Assert.DoesNotContain(words, said => said.Contains("Hello there.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_for_everybody_stands_in_the_channel_and_what_is_for_one_never_does()
    {
        await using var stand = await StartAsync();

        var post = await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("For everybody.")));
        await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("For Ana alone."), onlyFor: stand.Ana));
        await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("Instead, for Ana alone."), onlyFor: stand.Ana, replaces: post));

        Assert.DoesNotContain(await stand.OpenAsync(), words => words.Contains("Ana alone", StringComparison.Ordinal));
        Assert.DoesNotContain(await stand.PrivateAsync(stand.Bob), words => words.Contains("Ana alone", StringComparison.Ordinal));
        Assert.Equal(2, (await stand.PrivateAsync(stand.Ana)).Count(words => words.Contains("Ana alone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_post_for_everybody_stays_while_something_else_is_said_to_one()
    {
        await using var stand = await StartAsync();
        await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("For everybody.")));

        await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("For Ana alone."), onlyFor: stand.Ana));

        Assert.Contains("For everybody.", Assert.Single(await stand.OpenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_looks_like_the_platforms_own_signs_is_only_a_text()
    {
        await using var stand = await StartAsync();
        const string text = "<!channel> <!here|here> <at>Bob Tanaka</at> *loud* [see](https://evil.example/) & <b>bold</b> <https://evil.example/|see>";

        await stand.TellAsync(stand.Ana, new Message(text));
        await stand.TellAsync(stand.Ana, new Message("Card.", new Card(new Heading(text), new Paragraph(text), new Quiet(text), new Facts(new Fact(text, text)))));

        var raw = await stand.RawAsync(stand.Ana);
        Assert.Contains("evil.example", raw, StringComparison.Ordinal);
        Assert.All(stand.Spells, spell => Assert.DoesNotContain(spell, raw, StringComparison.Ordinal));
        Assert.All((await stand.PrivateAsync(stand.Ana)).TakeLast(2), words => Assert.Contains("<at>Bob Tanaka</at>", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_got_there_is_found_where_the_platform_remembers_and_one_that_did_not_never()
    {
        await using var stand = await StartAsync();
        var (sent, other) = (stand.To(Conversation.With(stand.Ana), Hello), stand.To(Conversation.With(stand.Ana), Hello));

        var before = await stand.Channel.FindAsync(sent, TestContext.Current.CancellationToken);
        var id = await stand.SendAsync(sent);

        Assert.Null(before);
        Assert.Equal(stand.Remembers ? id : null, await stand.Channel.FindAsync(sent, TestContext.Current.CancellationToken));
        Assert.Null(await stand.Channel.FindAsync(other, TestContext.Current.CancellationToken));
    }

    /// <summary>Of those whose messages can bring files.</summary>
    private protected async Task HoldFilesAsync()
    {
        await using var stand = await StartAsync();

        await stand.SendAsync(stand.To(Conversation.InChannel(stand.General), new Message("Your data.", File: new FileContent("export.zip", "application/zip", [1, 2, 3])), onlyFor: stand.Ana));

        Assert.Equal([1, 2, 3], Assert.Single(await stand.FilesAsync(stand.Ana)));
        Assert.Empty(await stand.FilesAsync(stand.Bob));
        Assert.Empty(await stand.OpenAsync());
    }

    [Fact]
    public async Task What_comes_twice_is_done_once_and_answered_once()
    {
        await using var stand = await StartAsync();

        await stand.SayAsync(stand.Ana, "helped \"Zoe Quill\" with the lunar deck", twice: true);

        Assert.Equal(1, await stand.CountAsync<Entry>(stand.Ana));
        Assert.Single(await stand.PrivateAsync(stand.Ana), words => words.Contains("lunar deck", StringComparison.Ordinal) && words.Contains("Undo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_calls_NudgeBot_in_a_channel_is_answered_alone_and_can_take_it_back()
    {
        await using var stand = await StartAsync();

        await stand.SayAsync(stand.Ana, "helped \"Zoe Quill\" with the lunar deck", inTheOpen: true);
        var (recorded, answers) = (await stand.CountAsync<Entry>(stand.Ana), await stand.PrivateAsync(stand.Ana));
        await stand.PressAsync(stand.Ana, "Undo");

        Assert.Equal((1, 0), (recorded, await stand.CountAsync<Entry>(stand.Ana)));
        Assert.Contains(answers, words => words.Contains("lunar deck", StringComparison.Ordinal));
        Assert.DoesNotContain(await stand.OpenAsync(), words => words.Contains("lunar deck", StringComparison.Ordinal));
        Assert.DoesNotContain(await stand.PrivateAsync(stand.Bob), words => words.Contains("lunar deck", StringComparison.Ordinal));
    }
}
