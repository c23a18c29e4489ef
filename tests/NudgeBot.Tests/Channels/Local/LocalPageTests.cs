using System.Net;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>The page is served as it stands in its folder, with the policy that keeps it to itself.</summary>
public sealed class LocalPageTests
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/main.js", "text/javascript")]
    [InlineData("/styles/base.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    [InlineData("/lib/d3.LICENSE.txt", "text/plain")]
    public async Task Files_of_the_page_are_served(string address, string type)
    {
        await using var bot = new TestBot();

        using var response = await bot.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing.js")]
    [InlineData("/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/styles/..%2f..%2f..%2f..%2fappsettings.json")]
    public async Task Nothing_beside_them_is(string address)
    {
        await using var bot = new TestBot();

        using var response = await bot.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_copy_that_is_still_the_newest_is_not_sent_again()
    {
        await using var bot = new TestBot();
        using var first = await bot.Http.GetAsync("/main.js", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/main.js");
        again.Headers.IfModifiedSince = first.Content.Headers.LastModified;

        using var response = await bot.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }
}
