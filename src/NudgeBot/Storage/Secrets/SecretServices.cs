using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace NudgeBot.Storage.Secrets;

/// <summary>Registers the keeping of secrets.</summary>
internal static class SecretServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Data Protection takes its certificates while it is registered; a file that cannot be read is told by <see cref="KeySettings"/>.</summary>
        public IServiceCollection AddSecrets(IConfiguration configuration)
        {
            services.AddSingleton<IValidateOptions<StorageOptions>, KeySettings>();
            services.AddSingleton<DataKeys>().AddSingleton<Vault>();
            services.AddOptions<KeyManagementOptions>().Configure<DataKeys>((keys, rows) => keys.XmlRepository = rows);
            // Without a fixed name the keys would serve only a program in the same folder.
            var protection = services.AddDataProtection().SetApplicationName("NudgeBot");
            var storage = configuration.GetSection("Storage").Get<StorageOptions>() ?? new();
            if (KeyCertificate.Load(storage.KeyCertificatePath, storage.KeyCertificatePassword).Certificate is not { } certificate)
                return services;
            protection.ProtectKeysWithCertificate(certificate);
            protection.UnprotectKeysWithAnyCertificate(
                KeyCertificate.Load(storage.PreviousKeyCertificatePath, storage.PreviousKeyCertificatePassword).Certificate is { } previous ? [certificate, previous] : [certificate]);
            return services;
        }
    }
}
