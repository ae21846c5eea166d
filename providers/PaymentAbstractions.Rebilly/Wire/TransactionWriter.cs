using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes the bodies of transactions, payouts and refunds. What is not given is left out, never null.</summary>
/// <remarks>Source: create-transaction page and core API reference (transactions, payouts, refund).</remarks>
internal static class TransactionWriter
{
    // For text that is ASCII and has its markup escaped already: otherwise each of its many quotes would take six characters.
    private static readonly JavaScriptEncoder Relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static ReadOnlyMemory<byte> Transaction(PaymentMethodRequest request, RebillyAccount account)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (request.Operation != PaymentOperation.Credit)
            {
                json.WriteString("type", Vocabulary.TypeOf(request.Operation));
            }

            Core(json, request, account, request.Customer!.Id, request.Amount);
            if (request.Operation != PaymentOperation.Credit && request.Customer.CreateOrUpdate)
            {
                json.WriteBoolean("upsertCustomer", true);
            }

            InstructionWriter.Write(json, request.PaymentMethod, request.Customer.Id, request.BillingAddress);
            AddressWriter.Write(json, "billingAddress", request.BillingAddress);
            WriteUri(json, "redirectUrl", request.ReturnUrl);
            WriteUri(json, "notificationUrl", request.NotificationUrl);
            CustomFields(json, request, account);
            RiskWriter.Write(json, request.Shopper);
            if (request.StoredCredentialUse >= StoredCredentialUse.MerchantRecurring)
            {
                json.WriteBoolean("isMerchantInitiated", true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A capture is a sale with the authorization's customer, currency, instrument and gateway account.</summary>
    public static ReadOnlyMemory<byte> Capture(
        CaptureRequest request,
        TransactionBody authorization,
        RebillyAccount account
    )
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", Vocabulary.Sale);
            Core(json, request, account, authorization.CustomerId!, request.Amount, authorization.GatewayAccountId);
            json.WriteStartObject("paymentInstruction");
            json.WriteString("paymentInstrumentId", authorization.PaymentInstrument!.PaymentInstrumentId);
            json.WriteEndObject();
            CustomFields(json, request, account);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Refund(Money amount, string description)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("amount", amount.Amount);
            json.WriteString("description", description);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Core(
        Utf8JsonWriter json,
        PaymentRequest request,
        RebillyAccount account,
        string customerId,
        Money amount,
        string? gatewayAccountId = null
    )
    {
        json.WriteString("websiteId", account.Options.WebsiteId);
        json.WriteString("customerId", customerId);
        json.WriteString("currency", amount.Currency.Code);
        json.WriteNumber("amount", amount.Amount);
        json.WriteString("requestId", account.WireKey(request.IdempotencyKey));
        var options = request.OptionsOf<RebillyRequestOptions>();
        if ((gatewayAccountId ?? options?.GatewayAccountId ?? account.Options.GatewayAccountId) is { } id)
        {
            json.WriteString("gatewayAccountId", id);
        }

        if (options is { InvoiceIds.Count: > 0 })
        {
            json.WriteStartArray("invoiceIds");
            foreach (var invoice in options.InvoiceIds)
            {
                json.WriteStringValue(invoice);
            }

            json.WriteEndArray();
        }

        if (DescriptionOf(request) is { } description)
        {
            json.WriteString("description", description);
        }
    }

    private static string? DescriptionOf(PaymentRequest request) =>
        request.Description ?? (OrderOf(request) is { IsSpecified: true } order ? order.Value : null);

    private static OrderReference OrderOf(PaymentRequest request) =>
        request switch
        {
            ChargeRequest charge => charge.OrderReference,
            CreditRequest credit => credit.OrderReference,
            _ => default,
        };

    private static void CustomFields(Utf8JsonWriter json, PaymentRequest request, RebillyAccount account)
    {
        var order = OrderOf(request);
        var field = order.IsSpecified ? account.Options.OrderReferenceCustomField : null;
        var commercial = CommercialDataOf(request) is null ? null : account.Options.CommercialDataCustomField;
        if (request.Metadata.Count == 0 && field is null && commercial is null)
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

        if (commercial is not null && CommercialDataOf(request) is var (data, currency))
        {
            json.WriteString(commercial, JsonEncodedText.Encode(CommercialDataText.Of(data, currency), Relaxed));
        }

        json.WriteEndObject();
    }

    private static (CommercialCardData Data, Currency Currency)? CommercialDataOf(PaymentRequest request) =>
        request is ICommercialCardRequest { CommercialCardData: { } data } commercial
            ? (data, commercial.Amount.Currency)
            : null;

    private static void WriteUri(Utf8JsonWriter json, string name, Uri? uri)
    {
        if (uri is not null)
        {
            json.WriteString(name, uri.OriginalString);
        }
    }
}
