using NudgeBot.Storage;

namespace NudgeBot.Tests.Support;

/// <summary>The databases on which the contract of the storage is tested.</summary>
internal static class Providers
{
    public static TheoryData<string> All { get; } = [StorageOptions.Sqlite, StorageOptions.PostgreSql];

    /// <summary>The program on one of them; skips the test where it is not installed.</summary>
    public static TestBot Bot(string provider)
    {
        if (provider == StorageOptions.PostgreSql)
            Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return new TestBot(provider: provider);
    }
}
