namespace PaymentAbstractions.Chaos;

/// <summary>Requests one key repeatedly, through changing gateways, until it has a final answer or no calls are left.</summary>
internal sealed class Cashier(
    IPaymentGateways gateways,
    ChildConsole console,
    Random random,
    Func<OrderKey, Task<ChaosGateway?>>? ownerOf = null
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Whether the run is ending: every key is requested once more, with the full request.</summary>
    public bool IsFinishing => ownerOf is not null;

    private int MaxCalls => IsFinishing ? 2 : 4;

    /// <param name="key">The key.</param>
    /// <param name="owner">The gateway that has the payment, for operations on it; null for any gateway.</param>
    /// <param name="ask">Makes the request for the target and sends it; the gateway is the target, or the default that was it just
    /// now.</param>
    /// <returns>The last answer; null when no call returned one.</returns>
    public async Task<PaymentResult?> AskAsync(
        OrderKey key,
        ChaosGateway? owner,
        Func<IPaymentGateway, ChaosGateway, CancellationToken, Task<PaymentResult?>> ask
    )
    {
        PaymentResult? last = null;
        for (var call = 1; call <= MaxCalls; call++)
        {
            if (call > 1)
            {
                await Task.Delay(Pause * call);
            }

            // Sometimes the same key is sent twice at once, as by a double click or a load balancer that retries.
            var twin = Next(100) < 10 ? AskOnceAsync(key, owner, ask) : null;
            var answer = await AskOnceAsync(key, owner, ask);
            last = answer ?? last;
            if (twin is not null && await twin is { } other && (answer is null || IsFinal(other)))
            {
                last = other;
            }

            if (last is not null && IsFinal(last))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsFinal(PaymentResult result) =>
        result.Outcome
            is PaymentOutcome.Approved
                or PaymentOutcome.PartiallyApproved
                or PaymentOutcome.Declined
                or PaymentOutcome.Reversed;

    private async Task<PaymentResult?> AskOnceAsync(
        OrderKey key,
        ChaosGateway? owner,
        Func<IPaymentGateway, ChaosGateway, CancellationToken, Task<PaymentResult?>> ask
    )
    {
        // Mostly through the current default; sometimes through a named gateway. At the end of a run through the one that the
        // journal names: only there, and with its full request, may a key be sent again.
        owner = ownerOf is null ? owner : await ownerOf(key) ?? owner;
        var isNamed = Next(100) < 30 || (IsFinishing && owner is not null);
        var named = isNamed ? owner ?? ChaosGateway.All[Next(ChaosGateway.All.Count)] : null;
        var gateway = named is null ? gateways.Default : gateways.Get(named.Name);
        var target = named ?? ChaosGateway.Named(gateway.Name);
        using var patience = new CancellationTokenSource();
        // At the end of a run no caller leaves early: repeats draw the same random numbers, so the same caller would always leave.
        if (!IsFinishing && Next(100) < 8)
        {
            patience.CancelAfter(Next(200));
        }

        try
        {
            if (await ask(gateway, target, patience.Token) is not { } result)
            {
                console.Event($"refused {key} {target.Name} could not be asked");
                return null;
            }

            console.Event(
                $"answer {key} {result.IdempotencyKey.Value} {result.Outcome} {result.Reason} {result.NotRecorded} {result.Transaction}"
            );
            if (result is { Outcome: PaymentOutcome.Rejected, Reason: PaymentReason.InvalidRequest })
            {
                console.Event(
                    $"refused {key} {key.Step} at {result.Gateway}: {result.Message} {string.Join(", ", result.Problems)}"
                );
            }

            return result;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            console.Event($"left {key}");
            return null;
        }
        catch (PaymentRequestException exception)
        {
            // The default changed after the request was made, or the key was used for something else.
            console.Event($"refused {key} {exception.Message.ReplaceLineEndings(" ")}");
            return null;
        }
        catch (NotSupportedException exception)
        {
            console.Event($"refused {key} {exception.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private int Next(int most)
    {
        lock (random)
        {
            return random.Next(most);
        }
    }
}
