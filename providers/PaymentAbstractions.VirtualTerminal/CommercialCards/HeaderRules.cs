using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What must hold of the parts of Level II. What is wrong at any provider, the pipeline tells.</summary>
/// <remarks>Lengths are not documented; this is the card schemes' own.</remarks>
internal static class HeaderRules
{
    private const int MostReferenceCharacters = 17;

    public static void Check(
        CommercialCardData data,
        Money amount,
        VirtualTerminalAccount account,
        ProblemList problems
    )
    {
        if (
            data.CustomerReference is { } reference
            && (
                reference.Length is 0 or > MostReferenceCharacters
                || reference != reference.Trim()
                || !IsPrintable(reference)
            )
        )
        {
            problems.Add(
                nameof(data.CustomerReference),
                $"must have 1 to {MostReferenceCharacters} printable ASCII characters here, no space at an end."
            );
        }

        // Freight with tax in it counts that tax twice, so parts that are right by themselves can be too much here.
        if (
            data.Freight is { } freight
            && Reckoning.IsUsable(amount, account.Currency)
            && Reckoning.IsUsable(freight, account.Currency)
            && DataLevels.TaxOf(data, account.Currency) is var tax
            && Reckoning.IsUsable(tax, account.Currency)
            && (Int128)tax.ToMinorUnits() + freight.ToMinorUnits() > amount.ToMinorUnits()
        )
        {
            problems.Add(
                nameof(ICommercialCardRequest.Amount),
                $"must include the tax {tax} and the freight {freight}, which are more than {amount}."
            );
        }
    }
}
