using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The rules for the lines, except for their figures.</summary>
internal static class LineRules
{
    // Not documented; the card schemes use three digits for the number of lines.
    private const int MaxLines = 999;

    public static void Check(ValueList<CommercialLineItem> lines, ProblemList problems)
    {
        if (lines.Count > MaxLines)
        {
            problems.Add(nameof(CommercialCardData.LineItems), $"must have at most {MaxLines} items.");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (
                lines[i] is { } line
                && (line.ProductCode is not { Length: > 0 and <= 12 } code || code != code.Trim() || !IsPrintable(code))
            )
            {
                problems.Add(
                    $"{Path(i)}.{nameof(line.ProductCode)}",
                    "must be the code of a product in the catalog: 1 to 12 printable ASCII characters, without spaces at either end."
                );
            }
        }
    }

    public static string Path(int line) =>
        FormattableString.Invariant($"{nameof(CommercialCardData.LineItems)}[{line}]");
}
