namespace PaymentAbstractions;

/// <summary>What happens to a valid request: the last stages before the adapter. Everything that moves money passes here.</summary>
internal abstract class ExecutionStage
{
    /// <exception cref="OperationCanceledException">The caller left before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The key was used for something else; nothing was sent.</exception>
    /// <param name="request">The request as the adapter gets it.</param>
    /// <param name="leftOut">The commercial card data that the adapter does not get, for the result to tell.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    public abstract Task<PaymentResult> RunAsync(
        PaymentRequest request,
        CommercialCardData? leftOut,
        CancellationToken cancellationToken
    );

    protected static async Task<PaymentResult> WaitAsync(
        RunningExchange exchange,
        string gateway,
        CancellationToken cancellationToken
    )
    {
        if (await exchange.WaitAsync(cancellationToken).ConfigureAwait(false) is { } result)
        {
            return result;
        }

        var left = JournalAnswers.InDoubt(
            exchange.Request,
            gateway,
            PaymentReason.CallerStoppedWaiting,
            "The caller stopped waiting after the request was sent; the exchange goes on."
        );
        return exchange.LeftOut is { } leftOut ? CommercialCardPolicy.Report(left, leftOut, sendHasBegun: true) : left;
    }
}
