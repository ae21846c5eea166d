using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>The last barrier before a text is written: callers mask, and this makes sure that no card number slips through.</summary>
internal static class FreeText
{
    // Masked before it is cut: a part of a card number is none, and would stay.
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) =>
        text is null ? null : TextCut.ToLength(CardNumberScanner.Mask(text), JournalOutcome.MostText);
}
