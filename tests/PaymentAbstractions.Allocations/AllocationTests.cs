using System.Globalization;

namespace PaymentAbstractions.Allocations;

/// <summary>Limits the bytes that the calls of a checkout allocate.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    // A tight limit is what was measured and this much more.
    private const double Margin = 1.06;

    /// <summary>The limits, in bytes per call. When a call has become leaner, replace its limit by the tight limit that its test prints.</summary>
    public static TheoryData<JournalKind, MainPath, long> Limits =>
        new()
        {
            { JournalKind.InMemory, MainPath.Sale, 31_900 },
            { JournalKind.InMemory, MainPath.DeclinedSale, 36_900 },
            { JournalKind.InMemory, MainPath.Authorization, 32_000 },
            { JournalKind.InMemory, MainPath.Capture, 111_800 },
            { JournalKind.InMemory, MainPath.Find, 41_000 },
            { JournalKind.Sqlite, MainPath.Sale, 67_900 },
            { JournalKind.Sqlite, MainPath.DeclinedSale, 86_000 },
            { JournalKind.Sqlite, MainPath.Authorization, 68_300 },
            { JournalKind.Sqlite, MainPath.Capture, 241_900 },
            { JournalKind.Sqlite, MainPath.Find, 97_900 },
        };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_call_allocates_at_most_its_limit(JournalKind journal, MainPath path, long limit)
    {
        var token = Token;
        // The runner has its own scheduler for tests, which allocates for every continuation.
        var measured = await Task.Run(() => MeasureAsync(journal, path, token), token);

        var tight = Math.Ceiling(measured * Margin / 100) * 100;
        var report = string.Create(
            CultureInfo.InvariantCulture,
            $"{path}, journal {journal}: {measured:N0} bytes per call, limit {limit:N0}, tight limit {tight:N0}."
        );
        output.WriteLine(report);
        Assert.True(
            measured <= limit,
            $"""
            {report}
            If this is a Debug build, run: dotnet test -c Release tests/PaymentAbstractions.Allocations
            Otherwise, find what the last change allocates in this call, and remove it. If it is worth its bytes, replace the limit
            in {nameof(AllocationTests)}.{nameof(Limits)} by the tight limit.
            """
        );
    }

    [Fact]
    public async Task What_a_call_allocates_on_another_thread_counts()
    {
        const int size = 10_000;
        var token = Token;

        var measured = await Task.Run(
            () =>
                AllocatedBytes.PerCallAsync<int>(
                    calls: 100,
                    calls => Task.FromResult<IReadOnlyList<int>>(new int[calls]),
                    _ =>
                        Task.Factory.StartNew(
                            () => GC.KeepAlive(new byte[size]),
                            token,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                ),
            token
        );

        Assert.InRange(measured, size, size * 1.2);
    }

    private static async Task<long> MeasureAsync(
        JournalKind journal,
        MainPath path,
        CancellationToken cancellationToken
    )
    {
        await using var shop = new Shop(journal, cancellationToken);
        // A payment in SQLite waits twice for the disk.
        var calls = journal == JournalKind.InMemory ? 300 : 100;
        return path switch
        {
            MainPath.Sale => await AllocatedBytes.PerCallAsync(calls, shop.NewSalesAsync, shop.SellAsync),
            MainPath.DeclinedSale => await AllocatedBytes.PerCallAsync(calls, shop.NewSalesAsync, shop.BeDeclinedAsync),
            MainPath.Authorization => await AllocatedBytes.PerCallAsync(
                calls,
                shop.NewAuthorizationsAsync,
                shop.AuthorizeAsync
            ),
            MainPath.Capture => await AllocatedBytes.PerCallAsync(calls, shop.NewCapturesAsync, shop.CaptureAsync),
            MainPath.Find => await AllocatedBytes.PerCallAsync(calls, shop.NewLookupsAsync, shop.FindAsync),
            _ => throw new ArgumentOutOfRangeException(nameof(path), path, "There is no such call."),
        };
    }
}
