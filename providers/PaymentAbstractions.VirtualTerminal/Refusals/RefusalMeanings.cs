using System.Text;
using static PaymentAbstractions.PaymentReason;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Which words in a text of refusal mean what. The first row that fits counts.</summary>
/// <remarks>
/// The API has no decline codes, so the codes are readings of a text and say so by their source. Texts of a broken exchange
/// with the processor come first: they refuse nothing. Source: texts that public clients of the API met, those of the
/// processor behind it, and what ISO 8583 calls its response codes.
/// </remarks>
internal static class RefusalMeanings
{
    private static readonly (string Words, RefusalMeaning Meaning)[] Rows =
    [
        ("timeout", Doubt(ProviderTimeout)),
        ("timed out", Doubt(ProviderTimeout)),
        ("time out", Doubt(ProviderTimeout)),
        ("no response", Doubt(ProviderTimeout)),
        ("communication", Doubt(ProviderConnectionError)),
        ("unavailable", Doubt(ProviderConnectionError)),
        ("try again", Doubt(ProviderConnectionError)),
        ("system error", Doubt(ProviderConnectionError)),
        ("duplicate", Doubt(DuplicateKey)),
        ("already void", Rejects(AlreadyReversed)),
        ("captured already", Rejects(AuthorizationNotOpen)),
        ("unable to capture for more", Rejects(ExceedsAvailableAmount)),
        ("only transactions pending settlement", Rejects(AlreadySettled)),
        ("transaction not found", Rejects(NotFound)),
        ("payment method not found", Rejects(NotFound)),
        ("customer not found", Rejects(NotFound)),
        ("invalid customer", Rejects(NotFound)),
        ("already exists", Rejects(InvalidRequest)),
        ("api key", Rejects(InvalidCredentials) with { IsUnmistakable = false }),
        ("insufficient", Declines("51") with { IsUnmistakable = true }),
        ("invalid credit card", Declines("14") with { IsUnmistakable = true }),
        ("invalid card", Declines("14") with { IsUnmistakable = true }),
        ("expired", Declines("54")),
        ("expiration", Declines("54")),
        ("cvv", Declines("N7")),
        ("security code", Declines("N7")),
        ("activity limit exceeded", Declines("65")),
        ("limit exceeded", Declines("61")),
        ("do not honor", Declines("05")),
        ("pick up card", Declines("04")),
        ("lost card", Declines("41")),
        ("stolen card", Declines("43")),
        ("closed account", Declines("46")),
        ("no such issuer", Declines("15")),
        ("transaction not permitted", Declines("57")),
        ("suspected fraud", Declines("59")),
        ("restricted card", Declines("62")),
        ("declin", Declines("05") with { IsUnmistakable = true }),
        (" avs ", Declines("05")),
        (" product ", Rejects(InvalidRequest) with { IsUnmistakable = false }),
        ("shipping", Rejects(InvalidRequest) with { IsUnmistakable = false }),
    ];

    /// <summary>What any other text of refusal means: no, and no more than that.</summary>
    public static readonly RefusalMeaning Unspecified = new(PaymentOutcome.Declined, DeclinedByIssuer);

    public static RefusalMeaning Of(RefusalText refusal)
    {
        var text = Words(refusal.Text);
        foreach (var (words, meaning) in Rows)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        return Unspecified;
    }

    /// <summary>Letters and digits alone, one space between words and around them.</summary>
    private static string Words(string text)
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

        return words.Append(' ').ToString();
    }

    private static RefusalMeaning Doubt(PaymentReason reason) => new(PaymentOutcome.Unknown, reason);

    private static RefusalMeaning Rejects(PaymentReason reason) =>
        new(PaymentOutcome.Rejected, reason, IsUnmistakable: true);

    private static RefusalMeaning Declines(string code) => new(PaymentOutcome.Declined, DeclinedByIssuer, code);
}
