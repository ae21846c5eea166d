namespace PaymentAbstractions.Sandbox;

/// <summary>The actual money movements in a sandbox, regardless of what the answers claimed.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SandboxLedger
{
    private readonly Lock _gate = new();
    private readonly List<SandboxMovement> _movements = [];

    internal SandboxLedger() { }

    /// <summary>A snapshot of all movements, oldest first.</summary>
    public IReadOnlyList<SandboxMovement> Movements
    {
        get
        {
            lock (_gate)
            {
                return _movements.ToArray();
            }
        }
    }

    /// <summary>Counts the charges of a customer, request or order that are still in effect.</summary>
    /// <param name="text">A text that is equal to, or part of, the request id, the description, the PO number or the customer id.
    /// Case-sensitive.</param>
    /// <returns>
    /// The number of matching sales and captures that were neither voided nor fully refunded. Two instead of one is a double charge.
    /// </returns>
    public int CountCharges(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var movements = Movements;
        return movements.Count(movement => IsCharge(movement, text) && Standing(movement, movements) > 0);
    }

    /// <summary>Adds up the charges of a customer, request or order, less what was given back.</summary>
    /// <param name="text">A text that is equal to, or part of, the request id, the description, the PO number or the customer id.
    /// Case-sensitive.</param>
    /// <returns>
    /// Matching sales and captures less their voids and refunds, in major units. Currencies are not distinguished, and credits without a
    /// charge are ignored.
    /// </returns>
    public decimal NetCharged(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var movements = Movements;
        return movements.Where(movement => IsCharge(movement, text)).Sum(movement => Standing(movement, movements));
    }

    internal void Book(SandboxMovement movement)
    {
        lock (_gate)
        {
            _movements.Add(movement with { Sequence = _movements.Count + 1 });
        }
    }

    private static bool IsCharge(SandboxMovement movement, string text) =>
        movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Capture
        && (
            Mentions(movement.RequestId, text)
            || Mentions(movement.Description, text)
            || Mentions(movement.CustomerPONumber, text)
            || Mentions(movement.CustomerId, text)
        );

    private static bool Mentions(string? value, string text) =>
        value is not null && value.Contains(text, StringComparison.Ordinal);

    // A reversal can itself be reversed (the void of a refund), hence the recursion. A reversal with the same id as its original is
    // excluded, because others with that id cannot refer to it. If a provider gives a void the id of its original, only the order
    // distinguishes the two.
    private static decimal Standing(SandboxMovement movement, IReadOnlyList<SandboxMovement> all) =>
        movement.Amount
        - all.Where(other =>
                IsReversal(other)
                && !(IsReversal(movement) && movement.ParentTransactionId == movement.TransactionId)
                && other.Sequence > movement.Sequence
                && other.Account == movement.Account
                && other.ParentTransactionId == movement.TransactionId
            )
            .Sum(other => Standing(other, all));

    private static bool IsReversal(SandboxMovement movement) =>
        movement.Kind is SandboxMovementKind.Void or SandboxMovementKind.Refund;
}
