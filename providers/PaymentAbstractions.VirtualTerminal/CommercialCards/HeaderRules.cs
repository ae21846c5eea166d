using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The rules for the parts of Level II. The pipeline reports the problems that every provider has.</summary>
/// <remarks>Lengths are not documented; this is the limit of the card schemes.</remarks>
internal static class HeaderRules
{
    private const int MaxReferenceCharacters = 17;

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
                reference.Length is 0 or > MaxReferenceCharacters
                || reference != reference.Trim()
                || !IsPrintable(reference)
            )
        )
        {
            problems.Add(
                nameof(data.CustomerReference),
                $"must have 1 to {MaxReferenceCharacters} printable ASCII characters at this provider, without spaces at either end."
            );
        }

        // Freight that includes tax counts that tax twice, so parts that are individually correct can exceed the amount here.
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
                $"must include the tax {tax} and the freight {freight}, which together exceed {amount}."
            );
        }
    }
}
