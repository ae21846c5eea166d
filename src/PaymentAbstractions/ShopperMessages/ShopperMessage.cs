namespace PaymentAbstractions;

/// <summary>A message that a shop can show to its customer about a payment, with a key for translations.</summary>
/// <remarks>
/// <para>
/// A message follows from the operation, the outcome, the reason and the advice of the response code. It never repeats what the issuer or
/// the provider said: a customer does not learn that a card is reported as lost or that fraud is suspected. While the outcome is not known,
/// the message asks the customer not to pay again.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed record ShopperMessage
{
    /// <summary>Every message, in the order of the keys; the list for a translator.</summary>
    public static ValueList<ShopperMessage> All => ShopperMessages.All;

    /// <summary>The key for translations, for example <c>payment.declined.call_issuer</c>. Keys do not change within a major version.</summary>
    public required string Key { get; init; }

    /// <summary>The message in American English: one to three sentences without markup, names or amounts.</summary>
    public required string Text { get; init; }

    /// <summary>Chooses the message for a result.</summary>
    /// <param name="result">The result of a payment.</param>
    /// <returns>The message; every result has one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static ShopperMessage Of(PaymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ShopperMessages.Choose(result.Operation, result.Outcome, result.Reason, result.Code?.Advice);
    }

    /// <summary>Chooses the message for a transaction that was looked up.</summary>
    /// <param name="state">The state of the transaction.</param>
    /// <returns>The message; every state has one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public static ShopperMessage Of(TransactionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ShopperMessages.Choose(state.Type, state.Outcome, state.Reason, state.Code?.Advice);
    }
}
