using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What must hold of the lines apart from their figures.</summary>
internal static class LineRules
{
    // Not documented; the card schemes count lines with three digits.
    private const int MostLines = 999;

    public static void Check(ValueList<CommercialLineItem> lines, ProblemList problems)
    {
        if (lines.Count > MostLines)
        {
            problems.Add(nameof(CommercialCardData.LineItems), $"must be at most {MostLines}.");
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
                    "must name a product of the catalog: 1 to 12 printable ASCII characters, no space at an end."
                );
            }
        }
    }

    public static string Path(int line) =>
        FormattableString.Invariant($"{nameof(CommercialCardData.LineItems)}[{line}]");
}
