using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Install;

/// <summary>Looks whether NudgeBot can sign in, whether what Teams sends could be believed, whether the clocks agree, and whether anything came yet.</summary>
internal sealed class TeamsExamination(TeamsSignIn signIn, TeamsHeard heard, IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider clock) : IExamination
{
    private const string About = "Teams";

    /// <summary>Tokens are believed five minutes before and after their time; long before that somebody should look.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>So long before a certificate's end there is time enough to get another one.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    private readonly TeamsCloud cloud = TeamsClouds.All[options.Value.Cloud];

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        if (options.Value.Anonymous)
            findings.Add(new(About, "Teams:Anonymous is on: requests without a token are taken from this machine, for test clients such as Microsoft's Agents Playground"));
        else
            findings.Add(await TokenAsync(cancellationToken));
        if (options.Value.CertificatePath.Length > 0)
            findings.Add(Certificate());
        if (options.Value.AppId.Length > 0)
            findings.AddRange(await KeysAsync(cancellationToken));
        findings.Add(await HeardAsync(cancellationToken));
        return findings;
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signIn.TokenAsync(anew: true, cancellationToken);
            return new(About, "Microsoft Entra gives NudgeBot tokens");
        }
        catch (ChannelException refused)
        {
            return new(About, refused.Message, TeamsTokenAdvice.Of(refused.Message, options.Value, cloud.Login));
        }
    }

    private Finding Certificate()
    {
        using var certificate = TeamsCertificate.Read(options.Value);
        var (now, end) = (clock.GetUtcNow(), new DateTimeOffset(certificate.NotAfter.ToUniversalTime()));
        const string Next = "Make a new certificate, upload it under \"Certificates & secrets\" of the registration in Microsoft Entra, and name it in Teams:CertificatePath.";
        return end <= now ? new(About, $"the certificate ended {end:u}", Next)
            : end - now <= Notice ? new(About, $"the certificate ends {end:u}, in {(end - now).Days} days", Next)
            : new(About, $"the certificate is good until {end:u}");
    }

    /// <summary>The Bot Framework's metadata as the server reads it, and the time that comes with it.</summary>
    private async Task<IReadOnlyList<Finding>> KeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(TeamsKeys.Client);
            using var answer = await http.GetAsync(cloud.Metadata, cancellationToken);
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(cloud.Metadata.AbsoluteUri, new HttpDocumentRetriever(http), cancellationToken);
            return
            [
                metadata.Issuer == cloud.Issuer && metadata.JsonWebKeySet.Keys.Any(key => TeamsTokens.Endorsements(key).Contains(TeamsGate.Teams))
                    ? new(About, $"the keys by which Teams' requests are known can be read from {cloud.Metadata.Host}")
                    : new(About, $"{cloud.Metadata.Host} tells no keys for Teams", "See whether a proxy answers in that host's place, and whether Teams:Cloud is right."),
                Clock(answer.Headers.Date),
            ];
        }
        catch (Exception error) when (error is HttpRequestException or IOException or ArgumentException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [new(About, $"the keys by which Teams' requests are known cannot be read from {cloud.Metadata.Host}",
                "Let this machine reach that host (proxy, firewall, DNS); until then everything that Teams sends is refused.")];
        }
    }

    private Finding Clock(DateTimeOffset? theirs)
    {
        var skew = theirs is { } time ? (clock.GetUtcNow() - time).Duration() : TimeSpan.Zero;
        return skew < Skew
            ? new(About, "Microsoft's clock agrees with this machine's")
            : new(About, $"the clocks differ by {skew.TotalSeconds:N0} seconds", "Set this machine's clock, best by a time service: past five minutes all that Teams sends is refused.");
    }

    private async Task<Finding> HeardAsync(CancellationToken cancellationToken)
    {
        var address = $"{(options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl.TrimEnd('/') : "https://<your address>")}/api/messages";
        return await heard.AskAsync(cancellationToken) switch
        {
            (0, null) => new(About, $"nothing came yet: the messaging endpoint of the Azure Bot must be {address}, and somebody must add NudgeBot in Teams"),
            (var conversations, null) => new(About, $"conversations that NudgeBot is part of: {conversations}; no message came lately. The messaging endpoint of the Azure Bot must be {address}"),
            (var conversations, { } last) => new(About, $"conversations that NudgeBot is part of: {conversations}; the last message came {last:u}"),
        };
    }
}
