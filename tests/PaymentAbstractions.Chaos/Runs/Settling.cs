namespace PaymentAbstractions.Chaos;

/// <summary>Settles a run without faults: providers decide, callers and recovery ask again, until nothing changes.</summary>
/// <param name="sandbox">The providers.</param>
/// <param name="worker">The last life of the checkout.</param>
/// <param name="answers">What callers have received so far.</param>
/// <param name="pass">Lets time pass at the providers.</param>
/// <param name="outage">The usual time that passes.</param>
internal sealed class Settling(
    SandboxChild sandbox,
    WorkerChild worker,
    AnswerLog answers,
    Func<TimeSpan, Task> pass,
    TimeSpan outage
)
{
    private const int FewestRounds = 3;
    private const int MaxRounds = 8;

    // By then the provider has abandoned payments that wait for an unknown customer.
    private static readonly TimeSpan PatienceOfProvider = TimeSpan.FromMinutes(65);

    private static readonly TimeSpan PatienceForHandlers = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>What stays unresolved, as recovery reports it.</summary>
    public IReadOnlyList<string> Unresolved { get; private set; } = [];

    /// <summary>The keys of the entries that the journal has yet to publish.</summary>
    public IReadOnlyList<string> Unpublished { get; private set; } = [];

    public int ClosedByPerson { get; private set; }

    public async Task RunAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await sandbox.StopFaultsAsync();
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        for (var round = 0; round < MaxRounds && Environment.TickCount64 < end; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var by = round == 1 ? PatienceOfProvider : outage;
            await pass(by);
            await worker.AdvanceAsync(by);
            await worker.RecoverAsync(limit);
            await sandbox.ResolveAsync(await worker.WaitingAsync());
            await worker.RecoverAsync(limit);
            var before = Unresolved;
            Unresolved = await worker.UnresolvedAsync();
            if (Unresolved.Count == 0 || (round >= FewestRounds && Unresolved.SequenceEqual(before)))
            {
                break;
            }

            await worker.RepeatAsync(Unresolved, limit);
        }

        await sandbox.SettleAsync();
        await worker.RecoverAsync(limit);
        Unresolved = await worker.UnresolvedAsync();
        await CloseByPersonAsync();
        await HearAsync(cancellationToken);
    }

    // The host also publishes in the background, and only one of the two can publish at a time.
    private async Task HearAsync(CancellationToken cancellationToken)
    {
        var end = Environment.TickCount64 + (long)PatienceForHandlers.TotalMilliseconds;
        Unpublished = await worker.UnpublishedAsync();
        while (Unpublished.Count > 0 && Environment.TickCount64 < end)
        {
            await Task.Delay(Glance, cancellationToken);
            Unpublished = await worker.UnpublishedAsync();
        }
    }

    /// <summary>
    /// Rebilly honors no key on refunds and voids, so one that was never sent can neither be sent again nor be proven absent: a
    /// person looks at the provider's record and closes it. One that moved money stays open, so that the audit finds it.
    /// </summary>
    private async Task CloseByPersonAsync()
    {
        var ledger = await sandbox.ReadLedgerAsync();
        foreach (var line in Unresolved)
        {
            var words = line.Split(' ');
            if (
                OrderKey.Parse(words[0]) is { Step: "refund" or "void" } key
                && ChaosGateway.Named(words[1]).IsRebilly
                && Auditor.CountReversals(ledger, key.Order) == answers.CountReversals(key.Order)
            )
            {
                await worker.CloseAsync(key);
                ClosedByPerson++;
            }
        }
    }
}
