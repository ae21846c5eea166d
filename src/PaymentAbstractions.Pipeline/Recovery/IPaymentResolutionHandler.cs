namespace PaymentAbstractions;

/// <summary>
/// Hears what became of payments that were in doubt, and of later changes (<see cref="PaymentResolution.Changes"/>): a decline that turned out
/// approved, an approval that turned out declined, a refund or a dispute at the provider. Register any number:
/// <c>services.AddSingleton&lt;IPaymentResolutionHandler, MyHandler&gt;()</c>.
/// </summary>
/// <remarks>
/// Called at least once for the latest revision of a key, also after a crash in between; so make it repeatable, by the key and
/// the revision. While a handler throws, all of them are called again, with growing waits. One resolution after the other: a handler
/// that takes longer than <c>Payments:Recovery:HandlerTimeout</c> counts as failed, its token is canceled, and the next one is called. Scoped handlers get a scope per call. Without any handler resolutions wait for one.
/// </remarks>
public interface IPaymentResolutionHandler
{
    /// <summary>Takes note of a resolution.</summary>
    /// <param name="resolution">What is known now.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    /// <returns>A task that ends when the resolution is noted durably.</returns>
    Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default);
}
