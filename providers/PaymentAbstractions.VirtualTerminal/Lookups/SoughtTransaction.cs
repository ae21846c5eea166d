using System.Globalization;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What an attempt would look like among its customer's transactions.</summary>
internal sealed record SoughtTransaction(
    PaymentAttempt Attempt,
    PaymentOperation Type,
    long CustomerId,
    long? PaymentMethodId,
    VirtualTerminalAccount Account
)
{
    // Neither the server's zone nor its clock is known.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(24);

    // An earlier time is none: it is the zero of some system.
    private const int FirstYear = 2000;

    private readonly string _wireKey = Account.WireKey(Attempt.IdempotencyKey);

    public bool IsMarked(TransactionBody row) => DescriptionMark.Carries(row.Description, _wireKey);

    public bool WasThereBefore(TransactionBody row) =>
        Attempt.Hints?.KnownTransactionIds.Contains(
            TransactionEvidence.IdOf(row).ToString(CultureInfo.InvariantCulture)
        ) == true;

    /// <summary>Whether the row shows everything that was asked for.</summary>
    public bool Fits(TransactionBody row) =>
        TransactionEvidence.IdOf(row) > 0
        && Vocabulary.OperationOf(row.TransactionType) == Type
        && (Attempt.Amount is null || AmountOf(row) == Attempt.Amount)
        && !IsForOther(row);

    /// <summary>Whether nothing excludes that the row is it; what does not say what it is may be.</summary>
    public bool MayBe(TransactionBody row) =>
        !DescriptionMark.IsMarked(row.Description)
        && (
            Vocabulary.OperationOf(row.TransactionType) is var shown
            && (shown == PaymentOperation.Unknown || shown == Type)
        )
        && (Attempt.Amount is null || AmountOf(row) is not { } total || total == Attempt.Amount)
        && !IsForOther(row)
        && !IsOlder(row);

    private Money? AmountOf(TransactionBody row) => VirtualTerminalMoney.Read(row.TotalAmount, Account.Currency);

    private bool IsForOther(TransactionBody row) =>
        !IsOrAbsent(row.CustomerId, CustomerId) || !IsOrAbsent(row.PaymentMethodId, PaymentMethodId);

    private bool IsOlder(TransactionBody row) =>
        TransactionTime.Read(row.TransactionTime) is { Year: >= FirstYear } made
        && Attempt.StartedAt - made > ClockTolerance;

    private static bool IsOrAbsent(long? shown, long? expected) =>
        shown is null or 0 || expected is null or 0 || shown == expected;
}
