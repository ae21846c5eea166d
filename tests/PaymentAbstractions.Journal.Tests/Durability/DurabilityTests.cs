using System.Globalization;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// Everything that was answered is there after any loss of power, nothing is half there, and a torn tail never stops a start.
/// Taking away any single kind of sync breaks that, which proves both the syncs and this test.
/// </summary>
public sealed class DurabilityTests(ITestOutputHelper output)
{
    private const int Rounds = 3;

    public static TheoryData<string> Sites => [.. Enum.GetNames<SyncSite>()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(null)]
    public async Task Everything_that_was_answered_survives_every_loss_of_power(int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");

        var checker = new DurabilityChecker(seed, ignored: null);
        var found = await checker.RunAsync(Rounds);

        Assert.True(checker.Images > 500, $"Only {checker.Images} images were looked at.");
        Assert.True(found is null, $"seed {seed}: {found}");
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Taking_away_a_sync_is_noticed(string site)
    {
        var checker = new DurabilityChecker(seed: 3, ignored: Enum.Parse<SyncSite>(site));

        var found = await checker.RunAsync(Rounds * 4);

        output.WriteLine($"{site} after {checker.Images} images: {found}");
        Assert.NotNull(found);
    }
}
