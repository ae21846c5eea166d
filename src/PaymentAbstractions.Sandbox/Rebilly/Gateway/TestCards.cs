namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The numbers that the provider's test gateway declines, and one that asks the customer for approval.</summary>
internal static class TestCards
{
    /// <summary>
    /// The customer approves every payment of this card at the issuer, as with 3-D Secure. The number is the sandbox's own: the provider has
    /// such test cards, and their numbers are not known here.
    /// </summary>
    public const string AsksForApproval = "4000000000003030";

    private static readonly HashSet<string> Declined = new(
        [
            "4000000000000002",
            "5105105105105100",
            "371449635398431",
            "6011000990139424",
            "38520000023237",
            "3566002020360505",
            "6243030000000001",
            "6771790000000018",
            "DE62370400440532013001",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The code with which the test gateway declines an instrument; null when it approves.</summary>
    public static string? DeclineCodeOf(InstrumentDetails details, DateTimeOffset now)
    {
        if (details.SecurityCodeFails)
        {
            return "N7";
        }

        if (details.Method == InstrumentDetails.Card && IsExpired(details, now))
        {
            return "54";
        }

        // The provider does not document with which code these numbers are declined.
        return (details.Pan ?? details.AccountNumber) is { } number && Declined.Contains(number) ? "05" : null;
    }

    private static bool IsExpired(InstrumentDetails card, DateTimeOffset now) =>
        card is { ExpMonth: 10, ExpYear: 2051 } || (card.ExpYear * 12) + card.ExpMonth < (now.Year * 12) + now.Month;
}
