using System.Text.Json.Serialization;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>What a payment needs of an order, and how far the payment has come.</summary>
/// <remarks>Immutable. It is saved before every call that may move money, and after it.</remarks>
public sealed record Order
{
    /// <summary>The number: letters and digits, because keys are made of it.</summary>
    public required string Number { get; init; }

    /// <summary>The amount to pay.</summary>
    public required Money Total { get; init; }

    /// <summary>Who pays.</summary>
    public required Customer Customer { get; init; }

    /// <summary>The text for the merchant's records at the provider.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the amount is only held at first and captured when the goods leave.</summary>
    public bool CaptureLater { get; init; }

    /// <summary>Level II and III data of a business order.</summary>
    public CommercialCardData? CommercialData { get; init; }

    /// <summary>How far the payment has come.</summary>
    public OrderState State { get; init; }

    /// <summary>The number of the attempt to pay, which is part of its key. It counts up only when a new key is needed.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether a person permitted another payment although an earlier one may have moved money.</summary>
    public bool MayChargeAgain { get; init; }

    /// <summary>The current attempt; none before the first one.</summary>
    public OrderCharge? Charge { get; init; }

    /// <summary>The result of the current attempt, or of the last one; none before the first answer.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>The transaction that holds or took the money, with the gateway that made it.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>Captures, voids and refunds, oldest first.</summary>
    public ValueList<OrderStep> Steps { get; init; } = [];

    /// <summary>Notes about what people decided or must check, oldest first.</summary>
    public ValueList<OrderNote> Notes { get; init; } = [];

    /// <summary>Counts the saves; a save of an older version is refused.</summary>
    public int Version { get; init; }

    /// <summary>The capture, void or refund whose outcome is not known; none when there is none.</summary>
    [JsonIgnore]
    public OrderStep? StepInDoubt => Steps.FirstOrDefault(step => step.IsInDoubt);

    /// <summary>The amount that the shop gave back.</summary>
    [JsonIgnore]
    public Money Refunded =>
        Steps
            .Where(step => step.Request is RefundRequest && step.Result?.IsApproved == true)
            .Aggregate(Money.Zero(Total.Currency), (sum, step) => sum + step.Request.Amount!.Value);

    /// <summary>The amount that was taken and not given back.</summary>
    [JsonIgnore]
    public Money Kept =>
        State switch
        {
            OrderState.Paid => Total - Refunded,
            OrderState.PartlyPaid => (Result?.ApprovedAmount ?? Money.Zero(Total.Currency)) - Refunded,
            _ => Money.Zero(Total.Currency),
        };

    /// <summary>The transaction that refunds and voids work on: the capture where there was one.</summary>
    [JsonIgnore]
    public TransactionReference? Taken =>
        Steps
            .LastOrDefault(step => step.Request is CaptureRequest && step.Result?.IsApproved == true)
            ?.Result?.Transaction
        ?? Transaction;

    /// <summary>The same order with another note.</summary>
    public Order With(OrderNote note) => this with { Notes = [.. Notes, note] };
}
