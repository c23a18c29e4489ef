namespace NudgeBot.Tests;

/// <summary>The shipped settings file is really read.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Shipped_settings_stand_beside_the_program() =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
}
