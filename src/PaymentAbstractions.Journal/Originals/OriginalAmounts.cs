using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>
/// The movements of a transaction, as far as they are in the journal or a reading of the provider showed them. Unresolved movements count
/// as moved.
/// </summary>
/// <remarks>
/// <para>
/// Captures are measured by the requested amount, like their authorization. Refunds are measured by the amount that the provider processed,
/// in its currency, because that is what can be refunded.
/// </para>
/// <para>Instances are immutable and compare by value.</para>
/// </remarks>
public sealed record OriginalAmounts
{
    /// <summary>The transaction.</summary>
    public required TransactionReference Original { get; init; }

    /// <summary>
    /// The amount that the authorization holds; <see langword="null"/> when it is not in the journal or is not an authorization.
    /// </summary>
    public Money? Authorized { get; init; }

    /// <summary>
    /// The amount that is proven to have been taken, in the requested currency: by the sale, or by the captures, including voided ones.
    /// <see langword="null"/> when nothing is known.
    /// </summary>
    public Money? Captured { get; init; }

    /// <summary>The amount of captures that are open, Pending or Unknown.</summary>
    public Money? CaptureInDoubt { get; init; }

    /// <summary>
    /// The amount that the provider processed, in its currency and without captures that were voided: the amount that can be refunded.
    /// <see langword="null"/> when nothing is known to have been taken.
    /// </summary>
    public Money? Processed { get; init; }

    /// <summary>The amount that is proven to have been refunded, in the currency of <see cref="Processed"/> when that is known.</summary>
    public Money? Refunded { get; init; }

    /// <summary>The amount of refunds that are open, Pending or Unknown.</summary>
    public Money? RefundInDoubt { get; init; }

    /// <summary>The number of proven captures.</summary>
    public int Captures { get; init; }

    /// <summary>The number of captures that are open, Pending or Unknown.</summary>
    public int CapturesInDoubt { get; init; }

    /// <summary>Whether the transaction is proven to be voided.</summary>
    public bool IsVoided { get; init; }

    /// <summary>Whether a void, of the transaction or of one of its captures, is open, Pending or Unknown.</summary>
    public bool IsVoidInDoubt { get; init; }

    /// <summary>Whether the transaction itself is a sale or a capture, so that there is nothing to capture.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether the provider shows the authorization as captured outside the journal.</summary>
    public bool IsCapturedElsewhere { get; init; }

    /// <summary>Whether a capture kept the reference of its authorization, so that the reference identifies both.</summary>
    public bool CaptureKeepsReference { get; init; }

    /// <summary>
    /// Whether money is proven to have moved in a currency that cannot be compared with the rest. Such a movement is in none of the
    /// amounts, and further captures, refunds and voids are refused.
    /// </summary>
    public bool HasOtherCurrency { get; init; }

    /// <summary>Whether a movement in such a currency is open, Pending or Unknown.</summary>
    public bool HasOtherCurrencyInDoubt { get; init; }

    /// <summary>The key of an unresolved operation on this transaction, if there is one.</summary>
    public JournalKey InDoubtKey { get; init; }

    /// <summary>
    /// Whether the transaction itself is a refund, a void, a credit or a verification, so that there is nothing to capture or refund.
    /// </summary>
    public bool IsNoCharge { get; init; }

    /// <summary>Whether the sale or a capture that took money is in the journal.</summary>
    [JsonIgnore]
    public bool KnowsCapture => IsTaken || Captures > 0;

    /// <summary>Whether everything that was taken is proven to have been refunded.</summary>
    [JsonIgnore]
    public bool IsRefunded =>
        Processed is { } processed
        && Refunded is { IsPositive: true } back
        && back.Currency == processed.Currency
        && back >= processed;

    /// <summary>Whether an operation that would refund money is open, Pending or Unknown, or cannot be compared.</summary>
    [JsonIgnore]
    public bool IsRefundInDoubt =>
        RefundInDoubt is { IsPositive: true } || IsVoidInDoubt || HasOtherCurrency || HasOtherCurrencyInDoubt;

    /// <summary>Adds up the operations of entries on a transaction.</summary>
    /// <param name="original">The transaction.</param>
    /// <param name="entries">
    /// The entries whose outcome has the transaction, and those that capture, void or refund it or one of its captures, in any order;
    /// others have no effect.
    /// </param>
    /// <returns>The amounts.</returns>
    public static OriginalAmounts Of(TransactionReference original, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(entries);
        return new OriginalSums(original, entries.OldestFirst()).Add();
    }
}
