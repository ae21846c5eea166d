using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Writes a transaction in the format of the API.</summary>
internal static class TransactionJson
{
    public static JsonObject Of(TransactionRecord transaction, Organization organization, RebillyWorld world)
    {
        var json = new JsonObject
        {
            ["id"] = transaction.Id,
            ["websiteId"] = transaction.WebsiteId,
            ["customerId"] = transaction.CustomerId,
            ["type"] = transaction.Type,
            ["status"] = transaction.Status,
            ["result"] = transaction.Result,
            ["amount"] = CurrencyRules.Plain(transaction.Amount),
            ["currency"] = transaction.Currency,
            ["purchaseAmount"] = CurrencyRules.Plain(transaction.Amount),
            ["purchaseCurrency"] = transaction.Currency,
            ["requestAmount"] = CurrencyRules.Plain(transaction.RequestAmount),
            ["requestCurrency"] = transaction.RequestCurrency,
            ["hasAmountAdjustment"] = transaction.Amount != transaction.RequestAmount,
            ["parentTransactionId"] = transaction.ParentId,
            ["childTransactions"] = Texts(transaction.Children.Select(child => child.Id)),
            ["invoiceIds"] = Texts(transaction.InvoiceIds),
            ["subscriptionIds"] = new JsonArray(),
            ["planIds"] = new JsonArray(),
            ["requestId"] = transaction.RequestId,
            ["orderId"] = transaction.RequestId,
            ["organizationId"] = organization.Account.OrganizationId,
            ["payoutRequestId"] = transaction.PayoutRequestId,
        };
        if (world.Profile.DescriptionEchoed)
        {
            json["description"] = transaction.Description;
        }

        AddGateway(json, transaction);
        AddHistory(json, transaction);
        json["paymentInstrument"] = Instrument(transaction);
        json["bin"] = transaction.Instrument?.Details.Bin;
        json["billingAddress"] = transaction.BillingAddress?.DeepClone();
        json["customFields"] = transaction.CustomFields.DeepClone();
        json["limits"] = transaction.Limits?.DeepClone();
        json["riskMetadata"] = transaction.RiskMetadata?.DeepClone();
        json["redirectUrl"] = transaction.RedirectUrl;
        json["notificationUrl"] = transaction.NotificationUrl;
        json["_links"] = TransactionLinks.Of(transaction, organization, world);
        return json;
    }

    public static string? Time(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static void AddGateway(JsonObject json, TransactionRecord transaction)
    {
        var hasAccount = transaction.GatewayAccountId is not null;
        json["gatewayName"] = hasAccount ? TestGateway.Name : null;
        json["gatewayAccountId"] = transaction.GatewayAccountId;
        json["gatewayTransactionId"] = hasAccount && !transaction.IsUnknown ? $"gw_{transaction.Id}" : null;
        json["acquirerName"] = hasAccount ? TestGateway.Name : null;
        json["billingDescriptor"] = hasAccount ? "SANDBOX" : null;

        // The gateway's answer is hidden as long as the result is unknown, and absent if the gateway was never asked.
        var decision = transaction.IsUnknown || EndedUnasked(transaction) ? null : transaction.Decision;
        var wasAsked = decision?.Code is not null;
        json["gateway"] = new JsonObject
        {
            ["response"] = Response(decision?.Code, decision?.Message),
            ["avsResponse"] = Response(wasAsked ? decision!.AvsCode : null, ResponseMessages.Avs),
            ["cvvResponse"] = Response(wasAsked ? decision!.CvvCode : null, ResponseMessages.Cvv),
        };
    }

    private static bool EndedUnasked(TransactionRecord transaction) =>
        transaction.Result is TransactionResult.Canceled or TransactionResult.Abandoned
        && transaction.Decision.Result != transaction.Result;

    private static void AddHistory(JsonObject json, TransactionRecord transaction)
    {
        json["createdTime"] = Time(transaction.CreatedTime);
        json["updatedTime"] = Time(transaction.UpdatedTime);
        json["processedTime"] = transaction.IsUnknown ? null : Time(transaction.ProcessedTime);
        json["settlementTime"] = Time(transaction.SettlementTime);
        json["arn"] = transaction.SettlementTime is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"7483695{transaction.Sequence:D16}");
        json["revision"] = transaction.Revision;
        json["isMerchantInitiated"] = transaction.IsMerchantInitiated;
        json["isProcessedOutside"] = transaction.IsProcessedOutside;
        json["isRebill"] = false;
        json["isRetry"] = false;
        json["retryNumber"] = 0;
        json["isReconciled"] = false;
        json["isDisputed"] = false;
        json["disputeStatus"] = null;
        json["disputeTime"] = null;
        json["hadDiscrepancy"] = false;
        json["hasDcc"] = false;
        json["dcc"] = null;
        json["has3ds"] = false;
        json["riskScore"] = 0;
        json["velocity"] = 1;
    }

    private static JsonObject Response(string? code, Func<string, string> message) =>
        Response(code, code is null ? null : message(code));

    private static JsonObject Response(string? code, string? message) =>
        new()
        {
            ["code"] = code,
            ["message"] = message,
            ["originalCode"] = code,
            ["originalMessage"] = message?.ToUpperInvariant(),
        };

    private static JsonObject? Instrument(TransactionRecord transaction)
    {
        if (transaction.Instrument is { } instrument)
        {
            return new() { ["method"] = instrument.Details.Method, ["paymentInstrumentId"] = instrument.Id };
        }

        return transaction.Methods switch
        {
            ["cash"] => new() { ["method"] = "cash", ["receivedBy"] = transaction.ReceivedBy },
            [var method] => new() { ["method"] = method, ["reference"] = transaction.Reference },
            _ => null,
        };
    }
}
