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

    /// <summary>Whether a person permitted the current attempt although an earlier one may have moved money.</summary>
    public bool MayChargeAgain { get; init; }

    /// <summary>The current attempt; none before the first one.</summary>
    public OrderCharge? Charge { get; init; }

    /// <summary>The result of the current attempt, or of the last one; none before the first answer.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>
    /// An earlier attempt that turned out approved while the current one is under way. It pays the order when the current one ends without
    /// money.
    /// </summary>
    public PaymentResult? EarlierApproval { get; init; }

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

    /// <summary>Whether money was held or taken at some time.</summary>
    [JsonIgnore]
    public bool HasMoney =>
        State is OrderState.Authorized or OrderState.PartlyPaid or OrderState.Paid or OrderState.Reversed;

    /// <summary>Whether only a person permits another payment: money may have moved, or was given back.</summary>
    [JsonIgnore]
    public bool NeedsPermit =>
        this is { State: OrderState.Paying or OrderState.Reversed, StepInDoubt: null, EarlierApproval: null };

    /// <summary>The step or charge whose outcome a look-up can find; <see langword="null"/> when there is none.</summary>
    [JsonIgnore]
    public PaymentAttempt? AttemptInDoubt =>
        StepInDoubt is { } step ? step.ToAttempt()
        // Recovery finds the outcome of another attempt that the order waits for; that its own was not sent proves nothing.
        : State == OrderState.Paying && (Result is null || Result.IdempotencyKey == Charge?.Key) ? Charge?.ToAttempt()
        : null;

    /// <summary>The same order with another note.</summary>
    public Order With(OrderNote note) => this with { Notes = [.. Notes, note] };
}
