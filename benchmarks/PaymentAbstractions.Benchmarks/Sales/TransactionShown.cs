using System.Text.Json.Serialization;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>The fields of the answer that an adapter reads.</summary>
internal sealed class TransactionShown
{
    public string? Id { get; set; }
    public string? Type { get; set; }
    public string? Status { get; set; }
    public string? Result { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
    public decimal? RequestAmount { get; set; }
    public string? RequestCurrency { get; set; }
    public decimal? PurchaseAmount { get; set; }
    public string? PurchaseCurrency { get; set; }
    public bool? HasAmountAdjustment { get; set; }
    public string? CustomerId { get; set; }
    public string? RequestId { get; set; }
    public string? Description { get; set; }
    public string? ParentTransactionId { get; set; }
    public string[]? ChildTransactions { get; set; }
    public string? GatewayAccountId { get; set; }
    public Responses? Gateway { get; set; }
    public Instrument? PaymentInstrument { get; set; }
    public string? Bin { get; set; }
    public string? Arn { get; set; }
    public string? DisputeStatus { get; set; }
    public long? Revision { get; set; }
    public DateTimeOffset? CreatedTime { get; set; }
    public DateTimeOffset? SettlementTime { get; set; }

    [JsonPropertyName("_links")]
    public Link[]? Links { get; set; }

    /// <summary>Throws unless this is the approval of the order.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="shown">What the answer shows.</param>
    /// <param name="order">What is paid.</param>
    /// <param name="failure">Why there is no answer, when it is known.</param>
    /// <returns>The sale.</returns>
    public static Tally Check(int status, TransactionShown? shown, Order order, Exception? failure = null)
    {
        if (
            status != 201
            || shown is not { Id: not null, Type: "sale", Result: "approved", RequestCurrency: "USD" }
            || shown.RequestAmount != order.Amount
            || shown.RequestId != order.WireKey
            || shown.CustomerId != order.CustomerId
            || shown.Gateway?.Response?.Code != "00"
        )
        {
            throw new InvalidOperationException($"The sale was not approved: HTTP {status}, {shown?.Result}.", failure);
        }

        return Tally.Of(shown.RequestAmount.Value, shown.RequestId);
    }

    internal sealed class Responses
    {
        public Response? Response { get; set; }
        public Response? AvsResponse { get; set; }
        public Response? CvvResponse { get; set; }
    }

    internal sealed class Response
    {
        public string? Code { get; set; }
        public string? Message { get; set; }
        public string? OriginalCode { get; set; }
        public string? OriginalMessage { get; set; }
    }

    internal sealed class Instrument
    {
        public string? Method { get; set; }
        public string? PaymentInstrumentId { get; set; }
    }

    internal sealed class Link
    {
        public string? Rel { get; set; }
        public string? Href { get; set; }
    }
}
