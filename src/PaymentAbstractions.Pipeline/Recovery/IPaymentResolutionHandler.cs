namespace PaymentAbstractions;

/// <summary>
/// Receives the resolution of payments whose outcome was unknown, and later changes (<see cref="PaymentResolution.Changes"/>): a decline
/// that became an approval, an approval that became a decline, a refund or a dispute at the provider. Register any number of handlers with
/// <c>services.AddSingleton&lt;IPaymentResolutionHandler, MyHandler&gt;()</c>.
/// </summary>
/// <remarks>
/// Called at least once for the latest revision of a key, also after a crash; make the handler idempotent by key and revision. When a
/// handler throws, all handlers are called again, with growing delays. Resolutions are handled one at a time. A handler that takes longer
/// than <c>Payments:Recovery:HandlerTimeout</c> counts as failed, its token is canceled, and the next handler is called. Scoped handlers
/// get a scope per call. Without a handler, resolutions stay unpublished until one is registered.
/// </remarks>
public interface IPaymentResolutionHandler
{
    /// <summary>Handles a resolution.</summary>
    /// <param name="resolution">The current state of the payment.</param>
    /// <param name="cancellationToken">Canceled when the process stops or the handler takes too long.</param>
    /// <returns>A task that completes when the application has stored the resolution durably.</returns>
    Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default);
}
