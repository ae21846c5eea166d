using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Http;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a read of one transaction brought.</summary>
/// <remarks>
/// The provider says to disregard the id, Success and Message of this answer, so the id that was asked for counts; another
/// one that is not zero is a contradiction.
/// </remarks>
internal sealed record TransactionRead(long Id, TransportAnswer Answer, TransactionBody? Body)
{
    /// <summary>Whether the transaction was shown.</summary>
    [MemberNotNullWhen(true, nameof(Body))]
    public bool HasValue => Body is not null && !ShowsAnother;

    /// <summary>Whether the answer shows another transaction.</summary>
    public bool ShowsAnother => Body is { } body && TransactionEvidence.IdOf(body, Id) != Id;

    /// <summary>Whether the provider says that there is no such transaction; a bare 404 is also what a wrong key gets.</summary>
    public bool IsNotFound =>
        Answer.StatusCode == 404
        && Answer.Header("Error")?.Contains("not found", StringComparison.OrdinalIgnoreCase) == true;

    public TransactionStatus Status => Vocabulary.StatusOf(Body?.Status);

    public PaymentOperation Type => Vocabulary.OperationOf(Body?.TransactionType);

    /// <summary>Whether both show one state: nothing was done in between.</summary>
    public bool IsAs(TransactionRead other) =>
        Type == other.Type
        && Status == other.Status
        && Body?.TotalAmount == other.Body?.TotalAmount
        && (Body?.CaptureAmount ?? 0) == (other.Body?.CaptureAmount ?? 0);

    public Money? Total(VirtualTerminalAccount account) =>
        VirtualTerminalMoney.Read(Body?.TotalAmount, account.Currency);

    /// <summary>What was taken. Where a capture shows another amount than the total, nobody knows which one counts: the smaller.</summary>
    public Money? Taken(VirtualTerminalAccount account)
    {
        var total = Total(account);
        var captured = VirtualTerminalMoney.Read(Body?.CaptureAmount, account.Currency);
        return captured is { IsPositive: true } part && part < total ? part : total;
    }
}
