using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to take money that an authorization holds.</summary>
public sealed record CaptureRequest : PaymentRequest, ICommercialCardRequest
{
    /// <summary>The authorization.</summary>
    public required TransactionReference Authorization { get; init; }

    /// <summary>How much, in the currency of the authorization and at most what it holds.</summary>
    public new required Money Amount { get; init; }

    /// <summary>Level II and III data for what is captured now.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Capture;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Authorization;

    private protected override Money? RequestedAmount => Amount;
}
