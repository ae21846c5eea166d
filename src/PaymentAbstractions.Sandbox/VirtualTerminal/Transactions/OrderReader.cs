namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Reads and checks what a charge asks for, and finds out its level from the fields that are there.</summary>
internal static class OrderReader
{
    private static readonly string[] LevelTwoAmounts = ["TaxAmount", "ShippingAmount"];

    /// <summary>Reads an order; what is wrong is in <see cref="BodyReader.Problem"/> afterwards.</summary>
    /// <param name="fields">The body.</param>
    /// <param name="merchant">The account, for its catalogue.</param>
    /// <param name="customer">The customer, for its addresses; null for one that is yet to be made.</param>
    /// <param name="profile">The level rule and the id of a new address.</param>
    public static TransactionOrder Read(
        BodyReader fields,
        Merchant merchant,
        CustomerRecord? customer,
        VirtualTerminalSandboxProfile profile
    )
    {
        var type = fields.Text("TransactionType");
        if (!TransactionType.IsKnown(type))
        {
            fields.Fail("Invalid TransactionType");
        }

        var amount = fields.Amount("Amount") ?? 0;
        if (amount == 0)
        {
            fields.Fail("Invalid Amount");
        }

        var lines = ReadLines(fields, merchant);
        var shipping = ShippingChoice.Read(fields, customer, profile);
        var description = fields.Text("Description");
        var directive = TerminalDirective.Parse(description);
        if (directive is null)
        {
            fields.Fail("Invalid sandbox directive in Description");
        }

        var order = new TransactionOrder
        {
            Type = type ?? "",
            Amount = amount,
            TaxAmount = fields.Amount("TaxAmount") ?? 0,
            ShippingAmount = fields.Amount("ShippingAmount") ?? 0,
            CustomerPONumber = fields.Text("CustomerPONumber"),
            Description = description,
            Directive = directive ?? new(),
            Level = LevelOf(fields, profile, hasLevelThree: lines.Count > 0 && shipping is not null),
            Shipping = shipping?.Address,
            SavesShipping = shipping is { IsNew: true } && fields.Flag("SaveNewShippingAddress"),
            Lines = lines,
        };
        CheckSum(order, fields);
        return order;
    }

    private static int LevelOf(BodyReader fields, VirtualTerminalSandboxProfile profile, bool hasLevelThree)
    {
        var isComplete = LevelTwoAmounts.All(fields.HasValue) && !string.IsNullOrEmpty(fields.Text("CustomerPONumber"));
        if (hasLevelThree && isComplete)
        {
            return 3;
        }

        var lifts = profile.LevelRule switch
        {
            VirtualTerminalLevelRule.NullCounts => LevelTwoAmounts.Any(fields.Has) || fields.Has("CustomerPONumber"),
            VirtualTerminalLevelRule.ZeroCounts => LevelTwoAmounts.Any(fields.HasValue)
                || fields.HasValue("CustomerPONumber"),
            _ => LevelTwoAmounts.Any(name => fields.Amount(name) > 0)
                || !string.IsNullOrEmpty(fields.Text("CustomerPONumber")),
        };
        return lifts ? 2 : 1;
    }

    private static List<OrderLine> ReadLines(BodyReader fields, Merchant merchant)
    {
        var lines = new List<OrderLine>();
        foreach (var item in fields.Items("LineItems"))
        {
            var code = item.Text("ProductCode") ?? "";
            var quantity = item.Number("Quantity");
            var price = item.Amount("Price");
            if (!merchant.Products.TryGetValue(code, out var product))
            {
                fields.Fail($"Invalid ProductCode {code}");
            }
            else if (quantity is not (> 0 and <= BodyReader.Highest))
            {
                fields.Fail("Invalid Quantity");
            }
            else
            {
                lines.Add(
                    new()
                    {
                        Id = lines.Count + 1,
                        Product = product,
                        Quantity = quantity.Value,
                        Price = price ?? product.Price,
                    }
                );
            }
        }

        return lines;
    }

    // The amount is the whole: what is named apart is part of it.
    private static void CheckSum(TransactionOrder order, BodyReader fields)
    {
        var named = order.TaxAmount + order.ShippingAmount;
        var lines = order.Lines.Sum(line => line.Quantity * line.Price);
        var isWhole = order.Lines.Count == 0 ? order.Amount >= named : order.Amount == named + lines;
        if (!isWhole)
        {
            fields.Fail("Amount is not the total of items, tax and shipping");
        }
    }
}
