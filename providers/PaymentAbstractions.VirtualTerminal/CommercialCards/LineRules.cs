using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a line item must be. The price is always sent: without one the catalogue's would count.</summary>
internal static class LineRules
{
    private const decimal MostQuantity = 1_000_000_000m;
    private const decimal MostPrice = 10_000_000_000m;

    public static void Check(
        string field,
        CommercialLineItem line,
        VirtualTerminalAccount account,
        RequestProblems problems
    )
    {
        if (line is null)
        {
            problems.Add(field, "is missing.");
            return;
        }

        if (line.ProductCode is not { Length: > 0 and <= 12 } code || code != code.Trim() || !IsPrintable(code))
        {
            problems.Add(
                $"{field}.ProductCode",
                "must name a product of the catalogue: 1 to 12 printable ASCII characters, no space at an end."
            );
        }

        if (line.Quantity is <= 0 or > MostQuantity || decimal.Round(line.Quantity, 4) != line.Quantity)
        {
            problems.Add($"{field}.Quantity", "must be above zero, at most a billion, with at most four decimals.");
            return;
        }

        if (
            !line.UnitPrice.IsSpecified
            || line.UnitPrice.Currency != account.Currency
            || line.UnitPrice.Amount > MostPrice
            || decimal.Round(line.UnitPrice.Amount, 2) != line.UnitPrice.Amount
        )
        {
            problems.Add(
                $"{field}.UnitPrice",
                $"must be in {account.Currency} with at most two decimals; the provider may round a finer one."
            );
            return;
        }

        var total = line.Quantity * line.UnitPrice.Amount;
        if (decimal.Round(total, 2) != total)
        {
            problems.Add(field, "has a total that is finer than a cent; nobody knows how the provider rounds it.");
        }

        if (line.TaxIncluded)
        {
            problems.Add($"{field}.TaxIncluded", "cannot be expressed: prices are without tax here.");
        }

        if (!IsNothing(line.Discount) || line.DiscountRate is not (null or 0))
        {
            problems.Add($"{field}.Discount", "cannot be expressed; give the reduced price.");
        }
    }
}
