using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NudgeBot.Channels.Slack;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Circle;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Storage.Secrets;
using NudgeBot.Workspaces;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>A PostgreSQL database with many workspaces, each with one member who chose somebody to be nudged about.</summary>
internal static class ManyWorkspaces
{
    private const string First = "W00000", Member = "U1";

    /// <summary>Far enough away that nothing is due before <see cref="FallDueAsync"/>.</summary>
    private static readonly DateTimeOffset Later = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the tables and the workspaces. The token of each is <c>xoxb-</c> and its id.</summary>
    public static async Task FillAsync(string connection, int count)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        (builder.Configuration["Storage:Provider"], builder.Configuration["Storage:ConnectionString"]) = (StorageOptions.PostgreSql, connection);
        builder.Services.AddSingleton(TimeProvider.System).AddStorage(builder.Configuration).AddSecrets(builder.Configuration);
        builder.Logging.ClearProviders();
        using var program = builder.Build();
        await program.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        var installations = ActivatorUtilities.CreateInstance<SlackInstallations>(program.Services);
        var ids = Enumerable.Range(0, count).Select(number => $"W{number:D5}").ToArray();
        var tokens = ids.Select(id => installations.Seal(id, $"xoxb-{id}")).ToArray();

        await using var scope = program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become(First, Member);
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await AddFirstAsync(db, tokens[0]);
        foreach (var type in new[] { typeof(Workspace), typeof(SlackInstallation), typeof(Account), typeof(Member), typeof(Mailbox), typeof(Person), typeof(Associate), typeof(Schedule) })
            await db.Database.ExecuteSqlRawAsync(Copies(db.Model.FindEntityType(type)!), count - 1);
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE slack_installations SET "SealedToken" = given.token FROM unnest({ids}, {tokens}) AS given (id, token) WHERE "WorkspaceId" = given.id""");
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>From now on every nudge is due.</summary>
    public static async Task FallDueAsync(string connection)
    {
        await using var db = NudgeBot.Storage.Moving.MovingDatabase.Open(connection).Database!;
        var now = TimeProvider.System.GetUtcNow();
        await db.Set<Schedule>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now));
    }

    private static async Task AddFirstAsync(BotDb db, string token)
    {
        var (now, person) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());
        var longAgo = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-120);
        db.AddRange(
            new Workspace { Channel = SlackServices.ChannelName, Name = "One of many", InstalledAt = now },
            new SlackInstallation { AppId = "A1", BotUserId = "UBOT", SealedToken = token, Scopes = "chat:write,commands,im:history,im:write,users:read" },
            new Account { AccountId = Member, Name = "Ana", FoldedName = "ana", FoldedFirstName = "ana", TimeZone = "Etc/UTC" },
            new Member { JoinedAt = now, Consent = Consent.On, DaysOff = DaysOff.None, NudgeDay = now.AddDays(3).DayOfWeek },
            new Mailbox { MemberId = Member, ConversationId = "D1" },
            new Person { PersonId = person, Name = "Grace Hopper", KnownSince = now.AddDays(-120) },
            new Associate { PersonId = person, Ring = Ring.Close, Cadence = "every 6 weeks", CadenceDays = 42, Reason = "she asks why", ChosenOn = longAgo },
            new Schedule { Kind = "nudge", MemberId = Member, Subject = "", DueAt = Later });
        await db.SaveChangesAsync();
    }

    /// <summary>A statement that gives as many other workspaces the rows of the first.</summary>
    private static string Copies(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().Select(property => property.GetColumnName(table)!).ToList();
        var values = columns.Select(column => column == nameof(ITenantOwned.WorkspaceId) ? "'W' || lpad(number::text, 5, '0')" : $"\"{column}\"");
        return $"INSERT INTO {table.Name} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM {table.Name}, generate_series(1, {{0}}) AS number WHERE \"WorkspaceId\" = '{First}'";
    }
}
