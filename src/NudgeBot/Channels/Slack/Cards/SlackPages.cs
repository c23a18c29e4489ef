namespace NudgeBot.Channels.Slack.Cards;

/// <summary>Fills messages with groups of blocks that belong together, as many as Slack takes in one.</summary>
internal static class SlackPages
{
    public static IReadOnlyList<IReadOnlyList<SlackBlock>> Fill(IEnumerable<IReadOnlyList<SlackBlock>> groups)
    {
        List<List<SlackBlock>> pages = [[]];
        var words = 0;
        foreach (var group in groups)
        {
            Open(group.Count, group.Sum(block => Words(block).Length));
            foreach (var block in group)
            {
                // A group that is too long by itself parts between its blocks.
                var length = Words(block).Length;
                Open(1, length);
                if (block is SlackDivider && pages[^1].Count == 0)
                    continue;
                pages[^1].Add(block);
                words += length;
            }
        }

        pages.RemoveAll(page => page.Count == 0);
        return pages;

        void Open(int blocks, int more)
        {
            if (pages[^1].Count + blocks <= SlackLimits.MessageBlocks && words + more <= SlackLimits.MessageWords)
                return;
            pages.Add([]);
            words = 0;
        }
    }

    /// <summary>What blocks say, as one text.</summary>
    public static string Words(IEnumerable<SlackBlock> blocks) => string.Join('\n', blocks.Select(Words).Where(words => words.Length > 0));

    private static string Words(SlackBlock block) => block switch
    {
        SlackHeader header => header.Text.Text,
        SlackSection section => section.Text.Text,
        SlackContext context => string.Join(' ', context.Elements.Select(text => text.Text)),
        SlackRichText rich => string.Concat(rich.Elements.SelectMany(section => section.Elements).Select(part => part switch
        {
            SlackRun run => run.Text,
            SlackUser user => $"<@{user.UserId}>",
            SlackLink link => link.Url,
            _ => "",
        })),
        SlackImage image => image.AltText,
        _ => "",
    };
}
