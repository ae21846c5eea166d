using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on tokens, which can be used once within half an hour.</summary>
internal sealed class TokenOperations(RebillyWorld world)
{
    private const string DigitalWallet = "digital-wallet";

    private static readonly Dictionary<string, ListField<TokenRecord>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<TokenRecord>.Text(token => token.Id),
        ["createdTime"] = ListField<TokenRecord>.Time(token => token.CreatedTime),
    };

    public SandboxResponse List(RebillyCall call) =>
        new CollectionQuery<TokenRecord>(Fields, world.Problems).Answer(
            call.Organization.Tokens.Values.Reverse(),
            call.Query,
            Write
        );

    public SandboxResponse Read(RebillyCall call, string id) =>
        call.Organization.Tokens.TryGetValue(id, out var token)
            ? SandboxResponse.Json(200, Write(token))
            : world.Problems.NotFound();

    public SandboxResponse Create(RebillyCall call)
    {
        var fields = call.Fields();
        RiskRules.Check(fields);
        var method = fields.RequiredText("method", FieldReader.IdLength) ?? "";
        var address = ContactRules.Read(fields, "billingAddress");
        var details = ReadDetails(method, fields) with { BillingAddress = address };
        if (details.Method == InstrumentDetails.Bank)
        {
            fields.Require("billingAddress");
        }

        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        var token = new TokenRecord
        {
            Id = world.NextId("tok"),
            Details = details,
            CreatedTime = world.Now,
        };
        call.Organization.Tokens.Add(token.Id, token);
        return SandboxResponse
            .Json(201, Write(token))
            .WithHeader("Location", world.UrlOf(call.Organization, $"tokens/{token.Id}"));
    }

    private static InstrumentDetails ReadDetails(string method, FieldReader fields)
    {
        if (method is not (InstrumentDetails.Card or InstrumentDetails.Bank or "echeck" or DigitalWallet))
        {
            return new() { Method = method };
        }

        fields.Require("paymentInstrument");
        if (fields.Object("paymentInstrument") is not { } numbers)
        {
            return new() { Method = method };
        }

        return method == DigitalWallet ? ReadWallet(numbers) : InstrumentReader.ReadNumbers(method, numbers);
    }

    // The payload of a wallet is encrypted; here it always represents the same approved test card.
    private static InstrumentDetails ReadWallet(FieldReader wallet)
    {
        wallet.Require("type");
        wallet.OneOf("type", "Apple Pay", "Google Pay", "Samsung Pay");
        wallet.Require("amount");
        wallet.Number("amount");
        wallet.RequiredText("currency", 3, CurrencyRules.IsCode);
        wallet.RequiredText("descriptor", 255);
        wallet.Require("payload");
        wallet.Object("payload");
        return new()
        {
            Method = InstrumentDetails.Card,
            Pan = "4111111111111111",
            ExpMonth = 12,
            ExpYear = 2049,
        };
    }

    private static JsonObject Write(TokenRecord token)
    {
        var instrument = new JsonObject();
        InstrumentJson.AddNumbers(instrument, token.Details);
        return new()
        {
            ["id"] = token.Id,
            ["method"] = token.Details.Method,
            ["isUsed"] = token.UsageTime is not null,
            ["usageTime"] = TransactionJson.Time(token.UsageTime),
            ["expirationTime"] = TransactionJson.Time(token.ExpirationTime),
            ["paymentInstrument"] = instrument,
            ["billingAddress"] = token.Details.BillingAddress?.DeepClone(),
            ["createdTime"] = TransactionJson.Time(token.CreatedTime),
            ["updatedTime"] = TransactionJson.Time(token.UsageTime ?? token.CreatedTime),
        };
    }
}
