using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// After any loss of power, every answered payment exists and nothing is damaged. A weaker synchronous mode of SQLite, or the
/// removal of one kind of sync, breaks this, which proves that both the syncs and this test are effective.
/// </summary>
public sealed class PowerLossTests(ITestOutputHelper output)
{
    private const int Cuts = 45;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task Everything_that_was_answered_survives_every_loss_of_power(int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();

        var (found, checker) = await RunAsync(seed, SqliteSynchronous.Full, isHonored: null);

        Assert.True(found is null, $"seed {seed}: {found}");
        Assert.True(checker.LogResets > 3, "The log was hardly ever begun anew.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task A_sync_that_fails_loses_nothing_that_was_answered(int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();

        var (found, _) = await RunAsync(seed, SqliteSynchronous.Full, isHonored: null, syncsFail: true);

        Assert.True(found is null, $"seed {seed}: {found}");
    }

    [Theory]
    [InlineData(nameof(SqliteSynchronous.Normal))]
    [InlineData(nameof(SqliteSynchronous.Off))]
    public async Task A_weaker_promise_of_the_database_is_noticed(string synchronous)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (found, _) = await RunAsync(seed, Enum.Parse<SqliteSynchronous>(synchronous), isHonored: null);

            Assert.NotNull(found);
        }
    }

    [Fact]
    public Task A_log_that_is_not_synced_is_noticed() => IsNoticedAsync(sync => !sync.IsLog);

    [Fact]
    public Task A_database_that_is_not_synced_is_noticed() => IsNoticedAsync(sync => sync.IsLog);

    [Fact]
    public Task A_folder_that_is_not_synced_is_noticed() => IsNoticedAsync(sync => !sync.SyncsFolder);

    private async Task IsNoticedAsync(Predicate<VfsOperation> isHonored)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (found, _) = await RunAsync(seed, SqliteSynchronous.Full, isHonored);
            if (found is not null)
            {
                return;
            }
        }

        Assert.Fail("Nothing was noticed.");
    }

    private async Task<(string? Found, PowerLossChecker Checker)> RunAsync(
        int seed,
        SqliteSynchronous synchronous,
        Predicate<VfsOperation>? isHonored,
        bool syncsFail = false
    )
    {
        var checker = new PowerLossChecker(seed, synchronous, isHonored, syncsFail);
        var found = await checker.RunAsync(Cuts);
        output.WriteLine(
            $"seed {seed}: {checker.Payments} payments, {checker.Operations} operations, {checker.LogResets} resets of the log, "
                + $"{checker.Images} images: {found ?? "nothing lost"}"
        );
        return (found, checker);
    }
}
