namespace PaymentAbstractions.Allocations;

/// <summary>Measures what this process allocates while it makes calls one after the other.</summary>
internal static class AllocatedBytes
{
    private const int Rounds = 6;

    /// <summary>Measures one kind of call.</summary>
    /// <typeparam name="TRequest">What a call takes.</typeparam>
    /// <param name="calls">The number of calls in a round.</param>
    /// <param name="prepare">Makes the requests of a round; not measured.</param>
    /// <param name="call">Makes a call.</param>
    /// <returns>
    /// The bytes per call, on all threads, of the round that allocated least. Everything else only adds to a round: first calls, tables
    /// that grow, the test runner.
    /// </returns>
    public static async Task<long> PerCallAsync<TRequest>(
        int calls,
        Func<int, Task<IReadOnlyList<TRequest>>> prepare,
        Func<TRequest, Task> call
    )
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var requests = await prepare(calls);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < requests.Count; i++)
            {
                await call(requests[i]);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least / calls;
    }
}
