using System.Net;
using System.Net.Http.Headers;

namespace NudgeBot.Tests.Channels.Teams.Install;

public sealed class TeamsAboutTests
{
    [Fact]
    public async Task Every_address_of_the_developer_in_the_manifest_leads_to_a_page_with_its_part()
    {
        await using var running = await TeamsBot.StartAsync();
        var developer = TeamsPackage.Write(address: "https://nudge.example.org").Manifest["developer"]!;

        foreach (var name in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            var address = new Uri((string)developer[name]!);
            var page = await running.Bot.Http.GetStringAsync(new Uri(address.AbsolutePath, UriKind.Relative));

            Assert.Contains(address.Fragment.Length > 0 ? $"id=\"{address.Fragment[1..]}\"" : "<h1>", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("de-AT, en;q=0.5", "lang=\"de\"", "behalte")]
    [InlineData("fr", "lang=\"en\"", "I keep")]
    public async Task It_speaks_the_browsers_language_and_has_a_text_for_everything(string languages, string lang, string word)
    {
        await using var running = await TeamsBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/teams/about", UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(languages);

        using var answer = await running.Bot.Http.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(MediaTypeHeaderValue.Parse("text/html; charset=utf-8"), answer.Content.Headers.ContentType);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains(lang, page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        // A text that is not there shows its name.
        Assert.DoesNotContain("privacy.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">terms", page, StringComparison.Ordinal);
    }
}
