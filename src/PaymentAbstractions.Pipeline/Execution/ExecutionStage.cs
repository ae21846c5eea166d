namespace PaymentAbstractions;

/// <summary>What happens to a valid request: the last stages before the adapter. Everything that moves money passes here.</summary>
internal abstract class ExecutionStage
{
    /// <exception cref="OperationCanceledException">The caller left before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The key was used for something else; nothing was sent.</exception>
    public abstract Task<PaymentResult> RunAsync(PaymentRequest request, CancellationToken cancellationToken);

    protected static async Task<PaymentResult> WaitAsync(
        RunningExchange exchange,
        string gateway,
        CancellationToken cancellationToken
    ) =>
        await exchange.WaitAsync(cancellationToken).ConfigureAwait(false)
        ?? JournalAnswers.InDoubt(
            exchange.Request,
            gateway,
            PaymentReason.CallerStoppedWaiting,
            "The caller stopped waiting after the request was sent; the exchange goes on."
        );
}
