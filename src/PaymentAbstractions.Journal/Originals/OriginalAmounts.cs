using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>
/// What was done to a transaction, as far as the journal has seen it or a reading of the provider showed it. What is in doubt counts
/// as moved.
/// </summary>
/// <remarks>
/// <para>
/// Captures are measured by what was asked for, as their authorization is. Refunds are measured by what the provider processed, in
/// its currency: that is what can be given back.
/// </para>
/// <para>Immutable, compares by value.</para>
/// </remarks>
public sealed record OriginalAmounts
{
    /// <summary>The transaction.</summary>
    public required TransactionReference Original { get; init; }

    /// <summary>What the authorization holds; none when the journal has not seen it, or it is no authorization.</summary>
    public Money? Authorized { get; init; }

    /// <summary>
    /// What is proven to have been taken, in the currency that was asked for: by the sale, or by the captures, voided ones included.
    /// None when nothing is known.
    /// </summary>
    public Money? Captured { get; init; }

    /// <summary>What captures would take that are open, Pending or Unknown.</summary>
    public Money? CaptureInDoubt { get; init; }

    /// <summary>
    /// What the provider processed of what was taken, in its currency and without captures that were voided since: what there is to
    /// give back. None when nothing is known to have been taken.
    /// </summary>
    public Money? Processed { get; init; }

    /// <summary>What is proven to have been given back, in the currency of <see cref="Processed"/> where that is known.</summary>
    public Money? Refunded { get; init; }

    /// <summary>What refunds would give back that are open, Pending or Unknown.</summary>
    public Money? RefundInDoubt { get; init; }

    /// <summary>How many captures are proven.</summary>
    public int Captures { get; init; }

    /// <summary>How many captures are open, Pending or Unknown.</summary>
    public int CapturesInDoubt { get; init; }

    /// <summary>Whether the transaction is proven to be voided.</summary>
    public bool IsVoided { get; init; }

    /// <summary>Whether a void, of the transaction or of one of its captures, is open, Pending or Unknown.</summary>
    public bool IsVoidInDoubt { get; init; }

    /// <summary>Whether the transaction itself is a sale or a capture, so that it holds nothing to capture.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether the provider shows the authorization as captured by other means than the journal's captures.</summary>
    public bool IsCapturedElsewhere { get; init; }

    /// <summary>Whether a capture kept the reference of its authorization, so that the reference names both.</summary>
    public bool CaptureKeepsReference { get; init; }

    /// <summary>
    /// Whether money is proven to have moved in a currency in which it cannot be compared with the rest. Such a movement is in none
    /// of the amounts, and nothing more is captured, refunded or voided.
    /// </summary>
    public bool HasOtherCurrency { get; init; }

    /// <summary>Whether a movement in such a currency is open, Pending or Unknown.</summary>
    public bool HasOtherCurrencyInDoubt { get; init; }

    /// <summary>The key of something that is in doubt here, when there is one.</summary>
    public JournalKey InDoubtKey { get; init; }

    /// <summary>
    /// Whether the transaction itself is a refund, a void, a credit or a verification, so that there is nothing to capture or refund.
    /// </summary>
    public bool IsNoCharge { get; init; }

    /// <summary>Whether the journal has seen the sale or a capture that took money.</summary>
    [JsonIgnore]
    public bool KnowsCapture => IsTaken || Captures > 0;

    /// <summary>Whether everything that was taken is proven to have been given back.</summary>
    [JsonIgnore]
    public bool IsRefunded =>
        Processed is { } processed
        && Refunded is { IsPositive: true } back
        && back.Currency == processed.Currency
        && back >= processed;

    /// <summary>Whether something that would give money back is open, Pending or Unknown, or cannot be compared.</summary>
    [JsonIgnore]
    public bool IsRefundInDoubt =>
        RefundInDoubt is { IsPositive: true } || IsVoidInDoubt || HasOtherCurrency || HasOtherCurrencyInDoubt;

    /// <summary>Adds up what entries did to a transaction.</summary>
    /// <param name="original">The transaction.</param>
    /// <param name="entries">
    /// The entries whose outcome names it and those that capture, void or refund it or one of its captures, in any order; others
    /// change nothing.
    /// </param>
    /// <returns>The amounts.</returns>
    public static OriginalAmounts Of(TransactionReference original, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(entries);
        return new OriginalSums(original, [.. entries.OldestFirst()]).Add();
    }
}
