using System.Text.Json.Serialization;

namespace Checkout.Payments;

/// <summary>How far the payment of an order has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderState>))]
public enum OrderState
{
    /// <summary>Nothing is under way. The customer may choose how to pay.</summary>
    Open,

    /// <summary>The customer enters a card at the provider. Nothing was charged yet.</summary>
    EnteringCard,

    /// <summary>
    /// An attempt was saved and sent, and its outcome is not final: under way, Pending or Unknown. Nothing else is sent.
    /// </summary>
    Paying,

    /// <summary>The amount is held on the card and waits for its capture.</summary>
    Authorized,

    /// <summary>Less than the total was approved. Staff give it back.</summary>
    PartlyPaid,

    /// <summary>The total was taken. Parts of it may have been given back since.</summary>
    Paid,

    /// <summary>It was approved, and nothing of it is left. Only a person permits another payment.</summary>
    Reversed,
}
