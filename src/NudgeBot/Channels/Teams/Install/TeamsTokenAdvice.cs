namespace NudgeBot.Channels.Teams.Install;

/// <summary>What to do when Entra gives no token, by the number it says (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes").</summary>
internal static class TeamsTokenAdvice
{
    public static string Of(string said, TeamsOptions settings, Uri login) => said switch
    {
        _ when said.Contains("AADSTS7000215", StringComparison.Ordinal) =>
            "Make a new client secret under \"Certificates & secrets\" of the registration, and put its value (not its id) into Teams:Password.",
        _ when said.Contains("AADSTS7000222", StringComparison.Ordinal) =>
            "The client secret ended. Make a new one under \"Certificates & secrets\" of the registration, and put its value into Teams:Password.",
        _ when said.Contains("AADSTS700016", StringComparison.Ordinal) =>
            "The tenant knows no such registration: compare Teams:AppId and Teams:TenantId with \"Overview\" of the registration in Microsoft Entra.",
        _ when said.Contains("AADSTS90002", StringComparison.Ordinal) =>
            "There is no such tenant: compare Teams:TenantId with \"Overview\" of the registration in Microsoft Entra, and see whether Teams:Cloud is right.",
        _ when said.Contains("AADSTS700027", StringComparison.Ordinal) =>
            "Upload the certificate, without its key, under \"Certificates & secrets\" of the registration.",
        _ when settings.ManagedIdentity =>
            "Assign the user-assigned managed identity whose client id is Teams:AppId to this machine in Azure; outside Azure use Teams:Password or Teams:CertificatePath.",
        _ when said.Contains("reached", StringComparison.Ordinal) => $"Check that this machine reaches {login.Host} (proxy, firewall, DNS).",
        _ => "Compare Teams:AppId, Teams:TenantId and the secret or certificate with the registration in Microsoft Entra; learn.microsoft.com explains the code.",
    };
}
