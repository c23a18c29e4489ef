using System.Net;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Install;

/// <summary>Somebody's browser on the way through an installation: follows what it is told by hand, so that a test can look at each step.</summary>
internal sealed class Browser(SlackBot running) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The cookie that NudgeBot gave, as it stood in the head.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>Where NudgeBot sent it.</summary>
    public Uri Sent { get; private set; } = new("about:blank");

    /// <summary>Asks for the installation, and at Slack's page decides as the consent says. Returns where Slack sends it back.</summary>
    public async Task<string> BeginAsync(Consent? consent = null)
    {
        running.Slack.NextConsent = consent ?? new();
        using var begun = await http.GetAsync(new Uri(running.Bot.Http.BaseAddress!, "/slack/install"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Cookie = begun.Headers.GetValues("Set-Cookie").Single();
        Sent = begun.Headers.Location!;
        using var allowed = await http.GetAsync(Sent);
        return allowed.Headers.Location!.PathAndQuery;
    }

    /// <summary>Comes back from Slack, with the cookie or another one.</summary>
    public async Task<(HttpStatusCode Status, string Page, string Cookies)> EndAsync(string back, string? cookie = null, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(running.Bot.Http.BaseAddress!, back));
        request.Headers.Add("Cookie", cookie ?? Cookie.Split(';')[0]);
        request.Headers.Add("Accept-Language", language);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), string.Join('\n', response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []));
    }

    /// <summary>The whole way.</summary>
    public async Task<(HttpStatusCode Status, string Page, string Cookies)> InstallAsync(Consent? consent = null) => await EndAsync(await BeginAsync(consent));

    public void Dispose() => http.Dispose();
}
