using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes payout requests. Source: core API reference, payout requests.</summary>
internal static class PayoutWriter
{
    public static void Write(Utf8JsonWriter json, PayoutRequest request, RebillyOptions options)
    {
        json.WriteString("websiteId", options.WebsiteId);
        json.WriteString("customerId", request.CustomerId);
        json.Optional("paymentInstrumentId", request.PaymentMethodId);
        json.WriteString("currency", request.Amount.Currency.Code);
        json.WriteNumber("amount", request.Amount.Amount);
        json.Optional("description", request.Description);
        // Rebilly replaces the placeholder for the id.
        json.Optional("selectedPaymentInstrumentRedirectUrl", request.ReturnUrl?.OriginalString);
    }

    // Written explicitly, because the default is the customer.
    public static void Cancel(Utf8JsonWriter json, CancelPayoutRequest request)
    {
        json.WriteString("canceledBy", request.CanceledBy == PayoutCanceledBy.Customer ? "customer" : "merchant");
        json.Optional("description", request.Description);
    }
}
