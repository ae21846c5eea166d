using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What holds for one field, whichever request it is in.</summary>
internal static class FieldRules
{
    public static bool IsPrintable(string text) => text.All(c => c is >= ' ' and <= '~');

    public static bool IsPlainText(string text) => !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>Not given, or zero.</summary>
    public static bool IsNothing(Money? amount) => amount is not { IsSpecified: true } money || money.IsZero;

    public static void Id(string field, string? value, ProblemList problems)
    {
        // That it is missing at all, the neutral rules tell.
        if (!string.IsNullOrWhiteSpace(value) && !VirtualTerminalIds.TryParse(value, out _))
        {
            problems.Add(field, $"is {QuotedText.Of(value)}, and {VirtualTerminalIds.Rule}");
        }
    }
}
