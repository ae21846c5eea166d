namespace PaymentAbstractions.Adapters;

/// <summary>
/// The transaction that a capture, void or refund works on, with its own captures, voids and refunds, as it was read before the write.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record OriginalTransaction
{
    /// <summary>The transaction.</summary>
    public required ProviderTransaction Transaction { get; init; }

    /// <summary>Its captures, voids and refunds, if the provider shows them.</summary>
    public ValueList<ProviderTransaction> Children { get; init; } = [];

    /// <summary>
    /// The sum of its voids and refunds, including those that are pending or whose outcome is unknown; <see langword="null"/> when the
    /// provider hides it.
    /// </summary>
    public Money? Returned { get; init; }

    /// <summary>Its voids and refunds.</summary>
    internal IEnumerable<ProviderTransaction> Returns =>
        Children.Where(child => child.Type is PaymentOperation.Void or PaymentOperation.Refund);

    /// <summary>Whether a transaction existed when this was read.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it existed.</returns>
    internal bool Knows(string? id) =>
        id is not null && (Transaction.Id == id || Children.Any(child => child.Id == id));

    /// <summary>Whether a child moved no money. A refund can itself be voided before it is settled.</summary>
    internal static bool MovedNothing(ProviderTransaction child) =>
        child.Status
            is ProviderStatus.Declined
                or ProviderStatus.Canceled
                or ProviderStatus.Abandoned
                or ProviderStatus.Misconfigured
        || child is { Type: PaymentOperation.Refund, Status: ProviderStatus.Reversed, IsReturned: false };
}
