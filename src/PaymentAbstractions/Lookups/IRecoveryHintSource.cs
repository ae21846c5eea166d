namespace PaymentAbstractions;

/// <summary>
/// Optional capability of providers that honor no key for an operation: notes what must be known before a send to find the
/// attempt again. Moves no money. Ask the gateway with <c>TryGet</c>.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface IRecoveryHintSource
{
    /// <summary>Whether there is something to note for an operation; tells it without asking the provider.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether <see cref="TakeHintsAsync"/> reads anything for it.</returns>
    bool TakesHintsFor(PaymentOperation operation);

    /// <summary>Notes the provider's state before a request is sent.</summary>
    /// <param name="request">The request that is about to be sent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The hints for <see cref="PaymentAttempt.Hints"/>, or <see langword="null"/> when there is nothing to note for this
    /// operation, the state could not be read, or it holds more than <see cref="RecoveryHints.MostTransactions"/>.
    /// </returns>
    Task<RecoveryHints?> TakeHintsAsync(PaymentRequest request, CancellationToken cancellationToken = default);
}
