using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes a transaction in the format of answers.</summary>
internal static class TransactionJson
{
    public static JsonObject Of(TransactionRecord transaction, VirtualTerminalSandboxProfile profile)
    {
        var order = transaction.Order;
        var method = transaction.Method;
        return new()
        {
            ["ID"] = transaction.Id,
            ["Account"] = "Sandbox",
            ["TransactionType"] = TransactionType.Shown(transaction.Type, profile),
            ["TransactionTime"] = WireJson.Date(transaction.CreatedTime),
            ["Level"] = order.Directive.Level ?? order.Level,
            ["TotalAmount"] = transaction.TotalAmount,
            ["Description"] = profile.DescriptionEchoed ? order.Description : null,
            ["TransactionSource"] = transaction.Source,
            ["Status"] = transaction.Status,
            ["CaptureAmount"] = CaptureAmount(transaction, profile),
            ["AuthorizationCode"] = AuthorizationCode(transaction),
            ["PaymentMethodID"] = method.Id,
            ["CardholderFirstName"] = method.FirstName,
            ["CardholderLastName"] = method.LastName,
            ["CardType"] = method.CardType,
            ["CardLast4"] = method.CardLast4,
            ["CustomerPONumber"] = order.CustomerPONumber,
            ["TaxAmount"] = order.TaxAmount ?? 0,
            ["ShippingAmount"] = order.ShippingAmount ?? 0,
            ["Billing"] = AddressJson.OrNull(method.Billing),
            ["ShippingAddressID"] = transaction.Shipping?.Id ?? 0,
            ["Shipping"] = AddressJson.OrNull(transaction.Shipping),
            ["CustomerID"] = transaction.CustomerId,
            ["CustomerName"] = transaction.CustomerName,
            ["LineItems"] = order.Lines.Count == 0 ? null : new JsonArray([.. order.Lines.Select(OrderLineJson.Of)]),
            ["Success"] = false,
            ["Message"] = null,
        };
    }

    // The provider's demonstration server returns this code for every charge.
    private static string? AuthorizationCode(TransactionRecord transaction) =>
        transaction.Order.Type == TransactionType.Credit || transaction.Status == TransactionStatus.Failed
            ? null
            : "123456";

    private static decimal CaptureAmount(TransactionRecord transaction, VirtualTerminalSandboxProfile profile) =>
        transaction.WasCaptured && profile.CaptureAmountMeaning == VirtualTerminalCaptureAmountMeaning.Authorized
            ? transaction.Order.Amount
            : transaction.CaptureAmount;
}
