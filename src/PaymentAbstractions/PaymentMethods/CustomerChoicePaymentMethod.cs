using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>The customer chooses among methods at the provider, or pays outside it by cash, check or transfer.</summary>
public sealed record CustomerChoicePaymentMethod : PaymentMethod
{
    /// <summary>
    /// The provider's names of the methods on offer, for example <c>paypal</c>, <c>cash</c>, <c>check</c>; empty for all.
    /// </summary>
    public ValueList<string> Methods
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The person who received the money, for cash.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>The number of the check or the reference of the transfer.</summary>
    public string? Reference { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.CustomerChoice;
}
