using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes a customer in the format of answers.</summary>
internal static class CustomerJson
{
    /// <summary>Writes a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="withMethods">Whether the cards are shown; the list of customers has null instead.</param>
    /// <param name="success">The answer's success flag, which has no meaning.</param>
    public static JsonObject Of(CustomerRecord customer, bool withMethods, bool success) =>
        new()
        {
            ["Name"] = customer.Name,
            ["Code"] = customer.Code,
            ["PrimaryContact"] = customer.PrimaryContact,
            ["PrimaryContactPhone"] = customer.PrimaryContactPhone,
            ["PrimaryContactEmailAddress"] = customer.PrimaryContactEmailAddress,
            ["PaymentMethods"] =
                withMethods && customer.Methods.Count > 0
                    ? new JsonArray([.. customer.Methods.Select(PaymentMethodJson.Of)])
                    : null,
            ["RecurrentBilling"] =
                withMethods && customer.Billings.Count > 0
                    ? new JsonArray([.. customer.Billings.Select(BillingOf)])
                    : null,
            ["ID"] = customer.Id,
            ["Success"] = success,
            ["Message"] = null,
        };

    private static JsonObject BillingOf(VirtualTerminalSandboxRecurringBilling billing) =>
        new()
        {
            ["ID"] = billing.Id,
            ["PaymentMethodId"] = billing.PaymentMethodId,
            ["Frequency"] = billing.Frequency,
            ["TotalAmount"] = billing.TotalAmount,
            ["ShippingAmount"] = billing.ShippingAmount,
            ["Description"] = billing.Description,
            ["TransactionDay"] = billing.TransactionDay,
            ["DateCreated"] = null,
        };
}
