using System.Text;
using static PaymentAbstractions.PaymentReason;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Maps the words in a refusal text to their meaning. Words that leave the outcome unknown come first: such a text refuses nothing,
/// regardless of what else it contains. After that, the longest matching words count.
/// </summary>
/// <remarks>
/// The API has no decline codes, so the codes are derived from the text, and their source says so. Source: texts that public clients of the
/// API have met, and third-party copies of the result table of the gateway behind it. It is not documented that its texts are passed on.
/// </remarks>
internal static class RefusalTable
{
    private static readonly (string Words, PaymentReason Reason)[] Doubts =
    [
        ("timeout", ProviderTimeout),
        ("timed out", ProviderTimeout),
        ("time out", ProviderTimeout),
        ("no response", ProviderTimeout),
        ("no answer", ProviderTimeout),
        ("not respond", ProviderTimeout),
        ("communication", ProviderConnectionError),
        ("connection", ProviderConnectionError),
        ("to connect", ProviderConnectionError),
        ("not connect", ProviderConnectionError),
        ("network error", ProviderConnectionError),
        ("unexpected", ProviderConnectionError),
        ("error occurred", ProviderConnectionError),
        ("while processing", ProviderConnectionError),
        ("insufficient memory", ProviderConnectionError),
        ("insufficient system", ProviderConnectionError),
        ("session expired", ProviderTimeout),
        ("execution expired", ProviderTimeout),
        ("token expired", ProviderTimeout),
        ("unreachable", ProviderConnectionError),
        ("unavailable", ProviderConnectionError),
        ("try again", ProviderConnectionError),
        ("system error", ProviderConnectionError),
        ("internal error", ProviderConnectionError),
        ("transaction error", ProviderConnectionError),
        ("processing error", ProviderConnectionError),
        ("error processing", ProviderConnectionError),
        ("processor error", ProviderConnectionError),
        ("error returned by", ProviderConnectionError),
        ("duplicate", DuplicateKey),
    ];

    /// <summary>
    /// The form's token is refused. This very request may have used it, if it was carried out twice on the way, so the text alone is never
    /// believed.
    /// </summary>
    public static RefusalMeaning Token { get; } = new(PaymentOutcome.Rejected, InvalidRequest);

    private static readonly (string Words, RefusalMeaning Meaning)[] Rows =
    [
        ("already void", Rejects(AlreadyReversed)),
        ("captured already", Rejects(AuthorizationNotOpen)),
        ("unable to capture for more", Rejects(ExceedsAvailableAmount)),
        ("only transactions pending settlement", Rejects(AlreadySettled)),
        (TransactionNotFound, Rejects(NotFound)),
        ("payment method not found", Rejects(NotFound)),
        (CustomerNotFound, Rejects(NotFound)),
        ("invalid customer", Rejects(NotFound)),
        (CustomerExists, Rejects(InvalidRequest)),
        ("token", Token),
        ("api key", Rejects(InvalidCredentials) with { IsUnmistakable = false }),
        (" product ", Rejects(InvalidRequest) with { IsUnmistakable = false, IsGuess = true }),
        ("shipping", Rejects(InvalidRequest) with { IsUnmistakable = false, IsGuess = true }),
        ("invalid merchant configuration", Rejects(Misconfigured) with { IsUnmistakable = false }),
        ("merchant account is inactive", Rejects(Misconfigured) with { IsUnmistakable = false }),
        ("unsupported card type", Rejects(Misconfigured) with { IsUnmistakable = false }),
        ("declin", Declines("05") with { IsUnmistakable = true }),
        ("do not honor", Declines("05")),
        (" avs ", Declines("05")),
        ("update cardholder data", Declines("05")),
        ("retry in a few days", Declines("05")),
        ("insufficient", Declines("51") with { IsUnmistakable = true }),
        ("over limit", Declines("61")),
        ("limit exceeded", Declines("61")),
        ("activity limit exceeded", Declines("65")),
        ("transaction not allowed", Declines("57")),
        ("transaction not permitted", Declines("57")),
        ("incorrect payment information", Declines("6P")),
        ("no such issuer", Declines("15")),
        ("no such card issuer", Declines("15")),
        ("no card number on file", Declines("14")),
        ("invalid credit card", Declines("14") with { IsUnmistakable = true }),
        ("invalid card", Declines("14") with { IsUnmistakable = true }),
        ("invalid card security code", Declines("N7") with { IsUnmistakable = true }),
        ("security code", Declines("N7")),
        ("cvv", Declines("N7")),
        ("expired", Declines("54")),
        ("expiration", Declines("54")),
        (" invalid pin ", Declines("55")),
        ("call issuer", Declines("01")),
        ("pick up card", Declines("04")),
        ("lost card", Declines("41")),
        ("stolen card", Declines("43")),
        ("closed account", Declines("46")),
        ("fraudulent card", Declines("59")),
        ("suspected fraud", Declines("59")),
        ("restricted card", Declines("62")),
        ("stop this recurring", Declines("R0")),
        ("stop all recurring", Declines("R1")),
    ];

    /// <summary>The text for a transaction that the provider does not have.</summary>
    public const string TransactionNotFound = "transaction not found";
    public const string CustomerNotFound = "customer not found";

    // Names of customers are unique; anything else that already exists may be the payment.
    private const string CustomerExists = "customer with name";

    /// <summary>The meaning of any other refusal text: refused, without further detail.</summary>
    public static RefusalMeaning Unlisted { get; } = new(PaymentOutcome.Declined, DeclinedByIssuer);

    public static RefusalMeaning Of(string text)
    {
        var words = WordsOf(text);
        foreach (var (doubt, reason) in Doubts)
        {
            if (words.Contains(doubt, StringComparison.OrdinalIgnoreCase))
            {
                return new RefusalMeaning(PaymentOutcome.Unknown, reason);
            }
        }

        if (
            words.Contains("already exists", StringComparison.OrdinalIgnoreCase)
            && !words.Contains(CustomerExists, StringComparison.OrdinalIgnoreCase)
        )
        {
            return new RefusalMeaning(PaymentOutcome.Unknown, DuplicateKey);
        }

        return Rows.Where(row => words.Contains(row.Words, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(row => row.Words.Length)
                .Select(row => row.Meaning)
                .FirstOrDefault()
            ?? Unlisted;
    }

    /// <summary>Keeps letters and digits only, with one space between words and around the text.</summary>
    private static string WordsOf(string text)
    {
        var words = new StringBuilder(" ", text.Length + 2);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    private static RefusalMeaning Rejects(PaymentReason reason) =>
        new(PaymentOutcome.Rejected, reason, IsUnmistakable: true);

    private static RefusalMeaning Declines(string code) => new(PaymentOutcome.Declined, DeclinedByIssuer, code);
}
