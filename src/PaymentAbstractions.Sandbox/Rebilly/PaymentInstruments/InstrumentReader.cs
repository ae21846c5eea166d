namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Reads cards and bank accounts from requests, and checks their limits.</summary>
internal static class InstrumentReader
{
    /// <summary>Reads an instrument whose number is in the same object as its method.</summary>
    public static InstrumentDetails Read(FieldReader fields, RebillySandboxOptions options)
    {
        var method = fields.RequiredText("method", FieldReader.IdLength) ?? "";
        fields.RequiredId("customerId");
        fields.Require("billingAddress");
        RiskRules.Check(fields);
        return ReadNumbers(method, fields) with
        {
            BillingAddress = ContactRules.Read(fields, "billingAddress"),
            CustomFields = CustomFieldRules.Read(fields, options.CustomFieldKeys),
            UseAsBackup = fields.Flag("useAsBackup"),
        };
    }

    /// <summary>Reads the number of a card or an account; other methods have no number.</summary>
    public static InstrumentDetails ReadNumbers(string method, FieldReader fields) =>
        method switch
        {
            InstrumentDetails.Card => ReadCard(fields),
            InstrumentDetails.Bank or "echeck" => ReadBank(fields),
            _ => new() { Method = method },
        };

    public static InstrumentDetails WithSecurityCode(InstrumentDetails details, FieldReader fields)
    {
        var code = fields.Text("cvv", 4, static value => value.Length >= 3 && FieldPatterns.IsDigits(value));
        return code is null
            ? details
            : details with
            {
                HasSecurityCode = true,
                SecurityCodeFails = code is "000" or "0000",
            };
    }

    private static InstrumentDetails ReadCard(FieldReader fields)
    {
        var pan = fields.RequiredText("pan", 19, CardNumbers.IsValid);
        fields.Require("expMonth");
        fields.Require("expYear");
        var card = new InstrumentDetails
        {
            Method = InstrumentDetails.Card,
            Pan = pan,
            ExpMonth = fields.Integer("expMonth", 1, 12) ?? 0,
            ExpYear = fields.Integer("expYear", 2000, 2099) ?? 0,
        };
        return WithSecurityCode(card, fields);
    }

    private static InstrumentDetails ReadBank(FieldReader fields)
    {
        fields.Require("accountNumberType");
        var type = fields.OneOf("accountNumberType", "BBAN", "IBAN");
        if (type == "BBAN")
        {
            fields.RequiredText("routingNumber", 20, FieldPatterns.IsDigits);
            fields.Require("accountType");
        }

        return new()
        {
            Method = InstrumentDetails.Bank,
            AccountNumberType = type,
            AccountNumber = fields.RequiredText(
                "accountNumber",
                34,
                type == "IBAN" ? FieldPatterns.IsIban : FieldPatterns.IsDigits
            ),
            RoutingNumber = fields.Text("routingNumber", 20, FieldPatterns.IsDigits),
            AccountType = fields.OneOf("accountType", "checking", "savings", "other"),
            BankName = fields.Text("bankName", 255),
            Bic = fields.Text("bic", 11),
        };
    }
}
