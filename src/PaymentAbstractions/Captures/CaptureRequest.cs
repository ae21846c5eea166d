using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to take money that an authorization holds.</summary>
public sealed record CaptureRequest : PaymentRequest, ICommercialCardRequest
{
    /// <summary>The authorization.</summary>
    public required TransactionReference Authorization { get; init; }

    /// <summary>The amount to capture, in the currency of the authorization and at most what it holds.</summary>
    public new required Money Amount { get; init; }

    /// <summary>The Level II and III data of the captured part.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Capture;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Authorization;

    private protected override Money? RequestedAmount => Amount;
}
