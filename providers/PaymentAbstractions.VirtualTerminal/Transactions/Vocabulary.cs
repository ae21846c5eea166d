using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The values of the API on which decisions depend, in every spelling that the pages and clients use.</summary>
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
            "AUTH" or "AUTHORIZE" or "AUTHORIZATION" => PaymentOperation.Authorize,
            "CREDIT" => PaymentOperation.Credit,
            _ => PaymentOperation.Unknown,
        };

    /// <summary>The meaning of a status; a settled transaction counts as approved, like one that awaits settlement.</summary>
    public static (ProviderStatus Status, bool IsSettled) StatusOf(string? status) =>
        Word(status) switch
        {
            "NOTSETTLED" => (ProviderStatus.Approved, false),
            "SETTLED" => (ProviderStatus.Approved, true),
            "VOIDED" => (ProviderStatus.Reversed, false),
            "FAILED" => (ProviderStatus.Declined, false),
            _ => (ProviderStatus.Unrecognized, false),
        };

    private static string Word(string? text) =>
        text is { Length: <= LongestWord }
            ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant()
            : "";
}
