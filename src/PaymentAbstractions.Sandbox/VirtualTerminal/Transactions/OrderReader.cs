namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Reads and checks the order of a charge, and determines its level from the fields that are present.</summary>
internal static class OrderReader
{
    private static readonly string[] LevelTwoAmounts = ["TaxAmount", "ShippingAmount"];

    /// <summary>Reads an order; a problem is in <see cref="BodyReader.Problem"/> afterwards.</summary>
    /// <param name="fields">The body.</param>
    /// <param name="merchant">The account, for its catalog.</param>
    /// <param name="customer">The customer, for its addresses; null for one that is not created yet.</param>
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

        var lines = OrderLines.Read(fields, merchant, profile);
        var shipping = ShippingChoice.Read(fields, customer, profile);
        var description = Limited(fields, "Description", 255);
        var directive = TerminalDirective.Parse(description);
        if (directive is null)
        {
            fields.Fail("Invalid sandbox directive in Description");
        }

        var order = new TransactionOrder
        {
            Type = type ?? "",
            Amount = amount,
            TaxAmount = fields.Amount("TaxAmount"),
            ShippingAmount = fields.Amount("ShippingAmount"),
            CustomerPONumber = Limited(fields, "CustomerPONumber", 17, isAscii: true),
            Description = description,
            Directive = directive ?? new(),
            Level = LevelOf(fields, profile, lines.AreComplete && shipping is { Address.IsComplete: true }),
            Shipping = shipping?.Address,
            SavesShipping = shipping is { IsNew: true } && fields.Flag("SaveNewShippingAddress"),
            Lines = lines.Kept,
        };
        if (profile.ChecksSum)
        {
            CheckSum(order, lines, fields);
        }

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

    // The provider documents no limits; these are conservative.
    private static string? Limited(BodyReader fields, string name, int most, bool isAscii = false)
    {
        var text = fields.Text(name);
        if (text?.Length > most || (isAscii && text.AsSpan().ContainsAnyExceptInRange(' ', '~')))
        {
            fields.Fail($"Invalid {name}");
        }

        return text;
    }

    // The amount is the total: the separately specified amounts are part of it.
    private static void CheckSum(TransactionOrder order, OrderLines lines, BodyReader fields)
    {
        var named = (order.TaxAmount ?? 0) + (order.ShippingAmount ?? 0);
        var isWhole = lines.Count > 0 ? order.Amount == named + lines.Total : order.Amount >= named;
        if (!isWhole)
        {
            fields.Fail("Amount is not the total of items, tax and shipping");
        }
    }
}
