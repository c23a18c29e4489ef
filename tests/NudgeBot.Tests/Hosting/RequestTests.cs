using System.Net;
using System.Text;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Hosting;

/// <summary>What is refused is refused with problem details that say what would work.</summary>
public sealed class RequestTests
{
    [Theory]
    // Malformed, empty, of the wrong shape, with a field missing, null or of the wrong kind.
    [InlineData("{\"text\":", "application/json", 400, "The body is not valid JSON: line 1, byte 9.")]
    [InlineData("", "application/json", 400, null)]
    [InlineData("[]", "application/json", 400, "The body must be a JSON object.")]
    [InlineData("{}", "application/json", 400, "The body lacks \"text\".")]
    [InlineData("{\"text\":null}", "application/json", 400, null)]
    [InlineData("{\"text\":5}", "application/json", 400, "The field text does not have the kind of value it must have.")]
    [InlineData("text=hello", "application/x-www-form-urlencoded", 415, "Send the body as JSON")]
    [InlineData("hello", "text/plain", 415, "Send the body as JSON")]
    public async Task A_body_that_cannot_be_read_is_refused_with_what_would_work(string body, string type, int status, string? detail)
    {
        await using var bot = new TestBot();
        using var content = new StringContent(body, Encoding.UTF8, type);

        var response = await bot.Http.PostAsync("/local/members/ana/messages", content);

        var problem = await ProblemAsync(response, status);
        Assert.StartsWith(detail ?? "", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(await bot.ChatAsync("ana"));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/local/nowhere", 404)]
    [InlineData("GET", "/local/members/nobody/messages", 404)]
    [InlineData("DELETE", "/local/clock", 405)]
    [InlineData("GET", "/local/files/abc?member=ana", 400)]
    [InlineData("GET", "/local/files/1", 400)]
    public async Task An_address_that_takes_no_such_request_says_so(string method, string address, int status)
    {
        await using var bot = new TestBot();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        var response = await bot.Http.SendAsync(request);

        Assert.NotEmpty((await ProblemAsync(response, status)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_not_read()
    {
        using var folder = new TestFolder();
        using var server = await TestProgram.ServeAsync(
            folder, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{TestProgram.FreePort()}" });
        using var http = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent($"{{\"text\":\"{new string('a', 1 << 20)}\"}}", Encoding.UTF8, "application/json");

        var response = await http.PostAsync("/local/members/ana/messages", content);

        Assert.Equal("The body is larger than 1 MiB.", (await ProblemAsync(response, 413)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_page_runs_nothing_but_its_own_files_and_stands_in_no_frame()
    {
        await using var bot = new TestBot();

        var headers = (await bot.Http.GetAsync("/")).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("NudgeBot.", body, StringComparison.Ordinal);
        return JsonDocument.Parse(body).RootElement;
    }
}
