namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The line items of a request, and those of them that are kept.</summary>
internal sealed class OrderLines
{
    // The provider documents no limit; this one is conservative.
    private const int MaxLength = 12;

    private readonly List<OrderLine> _kept = [];

    private OrderLines() { }

    public IReadOnlyList<OrderLine> Kept => _kept;

    /// <summary>The number of line items in the request.</summary>
    public int Count { get; private init; }

    /// <summary>The total of the request's line items, in whole cents.</summary>
    public decimal Total { get; private set; }

    /// <summary>Whether there are line items and all are kept, as Level III requires.</summary>
    public bool AreComplete => Count > 0 && Count == _kept.Count;

    /// <summary>Reads the line items; a problem is in <see cref="BodyReader.Problem"/> afterwards.</summary>
    public static OrderLines Read(BodyReader fields, Merchant merchant, VirtualTerminalSandboxProfile profile)
    {
        var items = fields.Items("LineItems");
        var lines = new OrderLines { Count = items.Count };
        foreach (var item in items)
        {
            lines.Add(item, merchant, profile);
        }

        return lines;
    }

    private void Add(BodyReader item, Merchant merchant, VirtualTerminalSandboxProfile profile)
    {
        var code = item.Text("ProductCode") ?? "";
        var product = code.Length <= MaxLength ? merchant.Products.GetValueOrDefault(code) : null;
        if (product is null && profile.UnknownProduct == VirtualTerminalUnknownProduct.Refused)
        {
            item.Fail($"Invalid ProductCode {code}");
            return;
        }

        var quantity = item.Number("Quantity");
        if (quantity is not (> 0 and <= BodyReader.Highest))
        {
            item.Fail("Invalid Quantity");
            return;
        }

        var price = PriceOf(item, product, profile);
        if (TotalOf(quantity.Value * price, profile) is not { } total)
        {
            item.Fail("Line total is not in whole cents");
            return;
        }

        Total += total;
        if (product is not null)
        {
            _kept.Add(
                new()
                {
                    Id = _kept.Count + 1,
                    Product = product,
                    Quantity = quantity.Value,
                    Price = price,
                    Total = total,
                }
            );
        }
    }

    private static decimal PriceOf(
        BodyReader item,
        VirtualTerminalSandboxProduct? product,
        VirtualTerminalSandboxProfile profile
    )
    {
        var price = item.Amount("Price");
        return price switch
        {
            0 when profile.ZeroPrice == VirtualTerminalZeroPrice.CatalogPrice => product?.Price ?? 0,
            null => product?.Price ?? 0,
            _ => price.Value,
        };
    }

    private static decimal? TotalOf(decimal exact, VirtualTerminalSandboxProfile profile) =>
        profile.LineTotalRounding switch
        {
            VirtualTerminalLineTotalRounding.AwayFromZero => decimal.Round(exact, 2, MidpointRounding.AwayFromZero),
            VirtualTerminalLineTotalRounding.Truncated => decimal.Round(exact, 2, MidpointRounding.ToZero),
            _ => decimal.Round(exact, 2) == exact ? exact : null,
        };
}
