using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>The ledger and the requests of all emulators as JSON, newest first, without headers and bodies.</summary>
internal sealed class ConsoleViews(ConsoleProviders providers)
{
    public JsonArray Ledger(int limit) =>
        Array(
            providers
                .All.SelectMany(one =>
                    one.Value.Ledger.Movements.TakeLast(limit).Select(movement => (one.Key, one.Value, movement))
                )
                .OrderByDescending(entry => entry.movement.Time)
                .ThenByDescending(entry => entry.movement.Sequence)
                .Take(limit)
                .Select(entry => Movement(entry.Key, entry.Value, entry.movement))
        );

    public JsonArray Requests(int limit) =>
        Array(
            providers
                .All.SelectMany(one =>
                    one.Value.Traffic.Exchanges.Select((exchange, index) => (one.Key, one.Value, exchange, index))
                        .TakeLast(limit)
                )
                .OrderByDescending(entry => entry.exchange.Request.ReceivedAt)
                .ThenByDescending(entry => entry.index)
                .Take(limit)
                .Select(entry => Request(entry.Key, entry.Value, entry.exchange))
        );

    private static JsonObject Movement(string provider, ProviderSandbox sandbox, SandboxMovement movement) =>
        new()
        {
            ["provider"] = provider,
            ["account"] = movement.Account,
            ["sequence"] = movement.Sequence,
            ["id"] = movement.TransactionId,
            ["type"] = movement.Kind.ToString(),
            ["status"] = sandbox.StatusOf(movement),
            ["amount"] = movement.Amount,
            ["currency"] = movement.Currency,
            ["description"] = movement.Description,
            ["parent"] = movement.ParentTransactionId,
            ["createdTime"] = Iso(movement.Time),
            ["requestId"] = movement.RequestId,
            ["customerId"] = movement.CustomerId,
            ["customerPONumber"] = movement.CustomerPONumber,
            ["dataLevel"] = movement.DataLevel,
            ["taxAmount"] = movement.TaxAmount,
            ["shippingAmount"] = movement.ShippingAmount,
            ["lineItems"] = Array(movement.LineItems.Select(LineItem)),
        };

    private static JsonObject LineItem(SandboxLineItem item) =>
        new()
        {
            ["productCode"] = item.ProductCode,
            ["quantity"] = item.Quantity,
            ["price"] = item.Price,
            ["total"] = item.Total,
        };

    private static JsonObject Request(string provider, ProviderSandbox sandbox, SandboxExchangeRecord exchange)
    {
        var request = exchange.Request;
        // The emulator's own line, because a path can hold a key.
        var line = sandbox.Describe(request);
        var method = $"{request.Method} ";
        return new()
        {
            ["provider"] = provider,
            ["method"] = request.Method,
            ["path"] = line.StartsWith(method, StringComparison.Ordinal) ? line[method.Length..] : line,
            ["status"] = exchange.Status,
            ["fault"] = exchange.Fault?.Name,
            ["movesMoney"] = sandbox.MovesMoney(request),
            ["time"] = Iso(request.ReceivedAt),
        };
    }

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
