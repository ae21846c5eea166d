using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>What was done to a transaction, as far as the journal has seen it. What is in doubt counts as moved.</summary>
/// <remarks>Immutable, compares by value. Made by adding the entries of the transaction one by one, in any order.</remarks>
public sealed record OriginalAmounts
{
    /// <summary>The transaction.</summary>
    public required TransactionReference Original { get; init; }

    /// <summary>What the authorization holds; none when the journal has not seen it, or it is no authorization.</summary>
    public Money? Authorized { get; init; }

    /// <summary>What is proven to have been taken: by the sale, or by the captures, voided ones included. None when nothing is known.</summary>
    public Money? Captured { get; init; }

    /// <summary>What captures would take that are open, Pending or Unknown.</summary>
    public Money? CaptureInDoubt { get; init; }

    /// <summary>What was taken by captures that were voided since.</summary>
    public Money? CapturesVoided { get; init; }

    /// <summary>What is proven to have been given back.</summary>
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

    /// <summary>Whether a capture kept the reference of its authorization, so that the reference names both.</summary>
    public bool CaptureKeepsReference { get; init; }

    /// <summary>The key of something that is in doubt here, when there is one.</summary>
    public JournalKey InDoubtKey { get; init; }

    /// <summary>Whether the transaction itself is a refund, a void, a credit or a verification, so that there is nothing to capture or refund.</summary>
    public bool IsNoCharge { get; init; }

    /// <summary>Whether the journal has seen the sale or a capture that took money.</summary>
    [JsonIgnore]
    public bool KnowsCapture => IsTaken || Captures > 0;

    /// <summary>The currency of whatever is known.</summary>
    [JsonIgnore]
    public Currency? Currency =>
        (Authorized ?? Captured ?? CaptureInDoubt ?? Refunded ?? RefundInDoubt ?? CapturesVoided)?.Currency;

    /// <summary>Adds an entry: the one that made the transaction, or one that captures, voids or refunds it.</summary>
    /// <param name="entry">The entry; one that has nothing to do with the transaction changes nothing.</param>
    /// <returns>The amounts with the entry.</returns>
    public OriginalAmounts Add(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var isOfItself = Original.IsSameTransaction(entry.Intent.Original);
        if (isOfItself || Original.IsSameTransaction(entry.OriginalRoot))
        {
            return AddChild(entry, isOfItself);
        }

        return Original.IsSameTransaction(entry.Outcome?.Transaction) ? AddMaker(entry) : this;
    }

    private OriginalAmounts AddMaker(JournalEntry entry)
    {
        if (entry.Intent.Amount is not { } asked)
        {
            return this with { IsNoCharge = true };
        }

        var moved = entry.IsApproved ? Moved(entry) : Money.Zero(asked.Currency);
        return entry.Intent.Operation switch
        {
            PaymentOperation.Authorize => this with { Authorized = Sum(Authorized, moved) },
            PaymentOperation.Sale or PaymentOperation.Capture => this with
            {
                Captured = Sum(Captured, moved),
                IsTaken = true,
            },
            _ => this with { IsNoCharge = true },
        };
    }

    private OriginalAmounts AddChild(JournalEntry entry, bool ofItself)
    {
        if (entry.IsInDoubt)
        {
            return AddInDoubt(entry) with { InDoubtKey = entry.Key };
        }

        if (!entry.IsApproved)
        {
            return this;
        }

        return entry.Intent.Operation switch
        {
            PaymentOperation.Capture => this with
            {
                Captured = Sum(Captured, Moved(entry)),
                Captures = Captures + 1,
                CaptureKeepsReference = CaptureKeepsReference || Original.IsSameTransaction(entry.Outcome!.Transaction),
            },
            PaymentOperation.Refund => this with { Refunded = Sum(Refunded, Moved(entry)) },
            PaymentOperation.Void when ofItself => this with { IsVoided = true },
            PaymentOperation.Void => this with { CapturesVoided = Sum(CapturesVoided, entry.Reserved) },
            _ => this,
        };
    }

    private OriginalAmounts AddInDoubt(JournalEntry entry) =>
        entry.Intent.Operation switch
        {
            PaymentOperation.Capture => this with
            {
                CaptureInDoubt = Sum(CaptureInDoubt, entry.Intent.Amount),
                CapturesInDoubt = CapturesInDoubt + 1,
            },
            PaymentOperation.Refund => this with { RefundInDoubt = Sum(RefundInDoubt, entry.Intent.Amount) },
            PaymentOperation.Void => this with { IsVoidInDoubt = true },
            _ => this,
        };

    // What is proven, in the currency that was asked for; an approval in another currency is no measure of it.
    private static Money Moved(JournalEntry entry)
    {
        var asked = entry.Intent.Amount!.Value;
        return entry.Outcome!.Result.ApprovedAmount is { } approved && approved.Currency == asked.Currency
            ? approved
            : asked;
    }

    private static Money? Sum(Money? sum, Money? more) =>
        (sum, more) switch
        {
            (null, _) => more,
            (_, null) => sum,
            ({ } one, { } other) when one.Currency == other.Currency => one + other,
            _ => sum,
        };
}
