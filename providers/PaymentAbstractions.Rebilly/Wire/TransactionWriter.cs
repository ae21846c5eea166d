using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes transactions, payouts and refunds. Missing values are omitted, never written as null.</summary>
/// <remarks>Source: create-transaction page and core API reference (transactions, payouts, refund).</remarks>
internal sealed class TransactionWriter(RebillyOptions options, string wireKey)
{
    // Only for text that is ASCII and has its markup escaped already: otherwise each of its many quotation marks would take six characters.
    private static readonly JavaScriptEncoder Relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public ProviderRequest Payment(string path, PaymentMethodRequest request)
    {
        var passed = PassedData.Of(request, options);
        var customer = request.Customer!;
        var leftOut = LeftOutFields.Of(request, options);
        var own = request.OptionsOf<RebillyRequestOptions>();
        var body = ProviderRequest.Json(
            HttpMethod.Post,
            Expanded(path, own),
            json =>
            {
                if (request.Operation != PaymentOperation.Credit)
                {
                    json.WriteString("type", Vocabulary.TypeOf(request.Operation));
                }

                Core(json, request, customer.Id, request.Amount);
                if (request.Operation != PaymentOperation.Credit && customer.CreateOrUpdate)
                {
                    json.WriteBoolean("upsertCustomer", true);
                }

                InstructionWriter.Write(json, request.PaymentMethod, customer.Id, request.BillingAddress);
                AddressWriter.Write(json, "billingAddress", request.BillingAddress);
                WriteUri(json, "redirectUrl", request.ReturnUrl);
                WriteUri(json, "notificationUrl", request.NotificationUrl);
                CustomFields(json, request, passed);
                RiskWriter.Write(json, request.Shopper, leftOut, own);
                WriteOutside(json, own);
                json.Optional("payoutRequestId", (request as CreditRequest)?.PayoutId);
                if (request.StoredCredentialUse >= StoredCredentialUse.MerchantRecurring)
                {
                    json.WriteBoolean("isMerchantInitiated", true);
                }
            }
        );
        return body with { CommercialData = PassedData.Report(passed), LeftOutFields = [.. leftOut] };
    }

    /// <summary>Writes a capture: a sale with the authorization's customer, currency, instrument and gateway account.</summary>
    public ProviderRequest Capture(CaptureRequest request, ProviderTransaction authorization)
    {
        var passed = PassedData.Of(request, options);
        var body = ProviderRequest.Json(
            HttpMethod.Post,
            "transactions",
            json =>
            {
                json.WriteString("type", Vocabulary.Sale);
                Core(json, request, authorization.CustomerId!, request.Amount, authorization.ProcessingAccountId);
                if (authorization.PaymentMethod.Id is { Length: > 0 } instrument)
                {
                    json.WriteStartObject("paymentInstruction");
                    json.WriteString("paymentInstrumentId", instrument);
                    json.WriteEndObject();
                }

                CustomFields(json, request, passed);
            }
        );
        return body with { CommercialData = PassedData.Report(passed) };
    }

    private static string Expanded(string path, RebillyRequestOptions? own) =>
        own is { Expand.Count: > 0 } ? $"{path}?expand={Uri.EscapeDataString(string.Join(',', own.Expand))}" : path;

    private static void WriteOutside(Utf8JsonWriter json, RebillyRequestOptions? own)
    {
        if (own?.Limit is { } limit)
        {
            json.WriteStartObject("limits");
            json.WriteNumber("amount", limit.Amount.Amount);
            json.WriteString("currency", limit.Amount.Currency.Code);
            WriteTime(json, "resetTime", limit.ResetAt);
            json.WriteEndObject();
        }

        if (own?.IsProcessedOutside == true)
        {
            json.WriteBoolean("isProcessedOutside", true);
            WriteTime(json, "processedTime", own.ProcessedAt);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } at)
        {
            json.WriteString(name, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }

    public ProviderRequest Reversal(string path, PaymentRequest request, Money amount) =>
        ProviderRequest.Json(
            HttpMethod.Post,
            Expanded(path, request.OptionsOf<RebillyRequestOptions>()),
            json =>
            {
                json.WriteNumber("amount", amount.Amount);
                json.WriteString("description", RebillyAdapter.Mark.Write(request.Description, wireKey));
                if (request.OptionsOf<RebillyRequestOptions>()?.IsProcessedOutside == true)
                {
                    json.WriteBoolean("isProcessedOutside", true);
                }
            }
        ) with
        {
            CommercialData = PassedData.Report(PassedData.Of(request, options)),
        };

    private void Core(
        Utf8JsonWriter json,
        PaymentRequest request,
        string customerId,
        Money amount,
        string? gatewayAccountId = null
    )
    {
        json.WriteString("websiteId", options.WebsiteId);
        json.WriteString("customerId", customerId);
        json.WriteString("currency", amount.Currency.Code);
        json.WriteNumber("amount", amount.Amount);
        json.WriteString("requestId", wireKey);
        var own = request.OptionsOf<RebillyRequestOptions>();
        json.Optional("gatewayAccountId", gatewayAccountId ?? own?.GatewayAccountId ?? options.GatewayAccountId);
        if (own is { InvoiceIds.Count: > 0 })
        {
            json.WriteStartArray("invoiceIds");
            foreach (var invoice in own.InvoiceIds)
            {
                json.WriteStringValue(invoice);
            }

            json.WriteEndArray();
        }

        var order = OrderOf(request);
        if ((request.Description ?? (order.IsSpecified ? order.Value : null)) is { } text)
        {
            json.WriteString("description", text);
        }
    }

    private static OrderReference OrderOf(PaymentRequest request) =>
        request switch
        {
            ChargeRequest charge => charge.OrderReference,
            CreditRequest credit => credit.OrderReference,
            _ => default,
        };

    private void CustomFields(Utf8JsonWriter json, PaymentRequest request, PassedData? passed)
    {
        var order = OrderOf(request);
        var field = order.IsSpecified ? options.OrderReferenceCustomField : null;
        if (request.Metadata.Count == 0 && field is null && passed?.Data is null)
        {
            return;
        }

        json.WriteStartObject("customFields");
        foreach (var (name, value) in request.Metadata)
        {
            json.WriteString(name, value);
        }

        if (field is not null)
        {
            json.WriteString(field, order.Value);
        }

        if (passed?.Data is { } data)
        {
            json.WriteString(
                options.CommercialDataCustomField!,
                JsonEncodedText.Encode(CommercialDataText.Of(data, request.Amount!.Value.Currency), Relaxed)
            );
        }

        json.WriteEndObject();
    }

    private static void WriteUri(Utf8JsonWriter json, string name, Uri? uri)
    {
        if (uri is not null)
        {
            json.WriteString(name, uri.OriginalString);
        }
    }
}
