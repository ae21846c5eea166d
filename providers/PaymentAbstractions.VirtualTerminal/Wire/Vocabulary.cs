namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>The words of the API that decisions hang on, in every spelling that the pages and clients show.</summary>
internal static class Vocabulary
{
    private const int LongestWord = 40;

    public static string TypeOf(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Sale => "sale",
            PaymentOperation.Authorize => "auth",
            PaymentOperation.Credit => "credit",
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };

    public static PaymentOperation OperationOf(string? type) =>
        Word(type) switch
        {
            "SALE" => PaymentOperation.Sale,
            "AUTH" or "AUTHORIZATION" => PaymentOperation.Authorize,
            "CREDIT" => PaymentOperation.Credit,
            _ => PaymentOperation.Unknown,
        };

    public static TransactionStatus StatusOf(string? status) =>
        Word(status) switch
        {
            "NOTSETTLED" => TransactionStatus.NotSettled,
            "SETTLED" => TransactionStatus.Settled,
            "VOIDED" => TransactionStatus.Voided,
            "FAILED" => TransactionStatus.Failed,
            _ => TransactionStatus.Unknown,
        };

    private static string Word(string? text) =>
        text is { Length: <= LongestWord }
            ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant()
            : "";
}
