using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>The last safeguard before a text is written: callers mask, and this ensures that no card number is left.</summary>
internal static class FreeText
{
    // Masked before it is cut, because a part of a card number would not be recognized.
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) =>
        text is null ? null : TextCut.ToLength(CardNumberScanner.Mask(text), JournalOutcome.MaxTextLength);
}
