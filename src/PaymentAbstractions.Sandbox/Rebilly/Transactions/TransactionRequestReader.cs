using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Reads POST /transactions and POST /payouts, and checks the limits of every field.</summary>
internal static class TransactionRequestReader
{
    private const int DescriptionLength = 255;
    private const int UrlLength = 2083;

    /// <summary>Reads a request; the result is valid only if <paramref name="fields"/> has no errors.</summary>
    public static TransactionRequest Read(FieldReader fields, RebillySandboxOptions options, bool isPayout)
    {
        var type = TransactionType.Credit;
        if (!isPayout)
        {
            fields.Require("type");
            type = fields.OneOf("type", TransactionType.Sale, TransactionType.Authorize, TransactionType.Setup) ?? "";
        }

        RiskRules.Check(fields);
        CheckLimits(fields);
        var currency = fields.RequiredText("currency", 3, CurrencyRules.IsCode) ?? "";
        var amount = ReadAmount(fields, type, currency);
        return new()
        {
            Type = type,
            WebsiteId = fields.RequiredId("websiteId") ?? "",
            CustomerId = fields.RequiredId("customerId") ?? "",
            Currency = currency,
            Amount = amount,
            Directive = ReadDirective(fields, amount, currency),
            Instruction = PaymentInstruction.Read(fields, options),
            BillingAddress = ContactRules.Read(fields, "billingAddress"),
            RequestId = fields.Text("requestId", FieldReader.IdLength, FieldPatterns.IsRequestId),
            GatewayAccountId = fields.Id("gatewayAccountId"),
            Description = fields.Text("description", DescriptionLength),
            NotificationUrl = fields.Text("notificationUrl", UrlLength, FieldPatterns.IsWebAddress),
            RedirectUrl = fields.Text("redirectUrl", UrlLength, FieldPatterns.IsWebAddress),
            InvoiceIds = fields.Texts("invoiceIds", FieldReader.IdLength),
            CustomFields = CustomFieldRules.Read(fields, options.CustomFieldKeys),
            Limits = Copy(fields, "limits"),
            RiskMetadata = Copy(fields, "riskMetadata"),
            PayoutRequestId = isPayout ? fields.Id("payoutRequestId") : null,
            UpsertCustomer = fields.Flag("upsertCustomer"),
            IsMerchantInitiated = fields.Flag("isMerchantInitiated"),
            IsProcessedOutside = fields.Flag("isProcessedOutside"),
            ProcessedTime = ReadProcessedTime(fields),
        };
    }

    /// <summary>Reads the directive of a description, which must fit the amount.</summary>
    public static SandboxDirective ReadDirective(FieldReader fields, decimal amount, string currency)
    {
        var directive = SandboxDirective.Parse(fields.Text("description", DescriptionLength));
        if (
            directive is null
            || (directive.Amount is { } part && (part >= amount || !CurrencyRules.Fits(part, currency)))
        )
        {
            fields.Fail("description", "The sandbox does not understand this directive.");
        }

        return directive ?? new();
    }

    /// <summary>Checks an amount against its currency.</summary>
    public static void CheckAmount(FieldReader fields, decimal amount, string currency)
    {
        if (amount < 0)
        {
            fields.Fail("amount", "The amount must not be negative.");
        }

        if (!CurrencyRules.Fits(amount, currency))
        {
            fields.Fail("amount", "The amount has more decimals than the currency.");
        }
    }

    private static decimal ReadAmount(FieldReader fields, string type, string currency)
    {
        fields.Require("amount");
        if (fields.Number("amount") is not { } amount)
        {
            return 0;
        }

        CheckAmount(fields, amount, currency);
        if (amount == 0 && type is (TransactionType.Sale or TransactionType.Credit))
        {
            fields.Fail("amount", "The amount must be greater than zero.");
        }

        return amount;
    }

    private static DateTimeOffset? ReadProcessedTime(FieldReader fields)
    {
        var time = fields.Instant("processedTime");
        if (fields.Has("processedTime") && !fields.Flag("isProcessedOutside"))
        {
            fields.Fail("processedTime", "This field requires isProcessedOutside.");
        }

        return time;
    }

    private static JsonObject? Copy(FieldReader fields, string name) =>
        fields.Source[name] is JsonObject found ? found.DeepClone().AsObject() : null;

    private static void CheckLimits(FieldReader fields)
    {
        if (fields.Object("limits") is { } limits)
        {
            limits.Number("amount");
            limits.Text("currency", 3, CurrencyRules.IsCode);
            limits.Instant("resetTime");
        }
    }
}
