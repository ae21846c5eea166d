using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// What commercial card data must be to be sent: whole for its level, within the limits, and adding up exactly. Nothing is
/// rounded, cut, or sent at a lower level instead.
/// </summary>
/// <remarks>Lengths are not documented; these are the card schemes' own.</remarks>
internal static class CommercialRules
{
    private const string Root = nameof(ChargeRequest.CommercialCardData);
    private const int MostLines = 999;

    public static void Check(
        CommercialCardData data,
        Money amount,
        VirtualTerminalAccount account,
        RequestProblems problems
    )
    {
        var before = problems.Count;
        CheckParts(data, account, problems);
        UnsupportedCommercialData.Check(data, account, problems);
        if (DataLevel.WantsLevelIII(data))
        {
            CheckShipping(data, account, problems);
            CheckLines(data.LineItems, account, problems);
        }

        // What is missing or malformed has been told; sums of it would only confuse.
        if (problems.Count == before && amount.IsSpecified && amount.Currency == account.Currency)
        {
            CheckSum(data, amount, problems);
        }
    }

    private static void CheckParts(CommercialCardData data, VirtualTerminalAccount account, RequestProblems problems)
    {
        Required($"{Root}.Tax.Amount", data.Tax?.Amount, account, problems);
        Required($"{Root}.Freight", data.Freight, account, problems);
        if (data.CustomerReference is not { } reference)
        {
            problems.Add($"{Root}.CustomerReference", "is missing; Levels II and III need it.");
        }
        else if (reference.Length is 0 or > 17 || reference != reference.Trim() || !IsPrintable(reference))
        {
            problems.Add(
                $"{Root}.CustomerReference",
                "must have 1 to 17 printable ASCII characters, no space at an end."
            );
        }

        if (data.Tax is { Treatment: TaxTreatment.Exempt, Amount: { IsSpecified: true, IsPositive: true } })
        {
            problems.Add($"{Root}.Tax", "is exempt and positive at once.");
        }
    }

    private static void Required(string field, Money? amount, VirtualTerminalAccount account, RequestProblems problems)
    {
        if (amount is not { IsSpecified: true } money)
        {
            problems.Add(
                field,
                "is missing; Levels II and III need it, zero included. Leave all of it out for Level I."
            );
        }
        else if (money.Currency != account.Currency || money.IsNegative)
        {
            problems.Add(field, $"must be zero or more, in {account.Currency}.");
        }
    }

    private static void CheckShipping(CommercialCardData data, VirtualTerminalAccount account, RequestProblems problems)
    {
        switch (data.ShipTo, data.ShipToStoredAddressId)
        {
            case (null, null):
                problems.Add($"{Root}.ShipTo", "is missing; Level III needs it or ShipToStoredAddressId.");
                break;
            case ({ }, { }):
                problems.Add($"{Root}.ShipTo", "cannot stand beside ShipToStoredAddressId.");
                break;
            case (null, { } stored) when !VirtualTerminalIds.TryParse(stored, out _):
                problems.Add($"{Root}.ShipToStoredAddressId", VirtualTerminalIds.Rule);
                break;
            case ({ } address, null):
                ShippingRules.Check($"{Root}.ShipTo", address, account.Options, problems);
                break;
        }
    }

    private static void CheckLines(
        ValueList<CommercialLineItem> lines,
        VirtualTerminalAccount account,
        RequestProblems problems
    )
    {
        if (lines.Count is 0 or > MostLines)
        {
            problems.Add($"{Root}.LineItems", $"must be 1 to {MostLines} for Level III.");
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            LineRules.Check($"{Root}.LineItems[{i}]", lines[i], account, problems);
        }
    }

    private static void CheckSum(CommercialCardData data, Money amount, RequestProblems problems)
    {
        var besides = data.Tax!.Amount!.Value.Amount + data.Freight!.Value.Amount;
        if (!DataLevel.WantsLevelIII(data))
        {
            if (besides > amount.Amount)
            {
                problems.Add(nameof(ChargeRequest.Amount), "must include the tax and the freight, which are more.");
            }

            return;
        }

        var sum = data.LineItems.Sum(line => line.Quantity * line.UnitPrice.Amount) + besides;
        if (sum != amount.Amount)
        {
            problems.Add(
                nameof(ChargeRequest.Amount),
                FormattableString.Invariant(
                    $"is {amount.Amount}, and the lines, the tax and the freight make {sum:0.00}; they must agree."
                )
            );
        }
    }
}
