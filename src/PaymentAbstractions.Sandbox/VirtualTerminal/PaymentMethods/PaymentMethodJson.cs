using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes a stored card in the format of answers.</summary>
internal static class PaymentMethodJson
{
    public static JsonObject Of(PaymentMethodRecord method) =>
        new()
        {
            ["ID"] = method.Id,
            ["CardType"] = method.CardType,
            ["Last4"] = method.CardLast4,
            ["CardholderFirstName"] = method.FirstName,
            ["CardholderLastName"] = method.LastName,
            ["ExpirationMonth"] = method.ExpirationMonth,
            ["ExpirationYear"] = method.ExpirationYear,
            ["BillingStreet1"] = method.Billing?.Address1,
            ["BillingStreet2"] = method.Billing?.Address2,
            ["BillingCity"] = method.Billing?.City,
            ["BillingState"] = method.Billing?.State,
            ["BillingZip"] = method.Billing?.Postal,
        };
}
