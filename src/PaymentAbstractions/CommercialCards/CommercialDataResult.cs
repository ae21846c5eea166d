using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What happened to the commercial card data of a payment.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialDataResult
{
    /// <summary>Nothing is known about commercial card data.</summary>
    public static CommercialDataResult None { get; } = new();

    /// <summary>The level that was sent; <see langword="null"/> when the adapter does not distinguish levels or nothing was sent.</summary>
    public CommercialDataLevel? SentLevel { get; init; }

    /// <summary>
    /// The level at which the provider reports that it accepted the transaction; <see langword="null"/> when it does not report one. A
    /// level other than <see cref="SentLevel"/> changes the fees, not the outcome; <see cref="PaymentResult.Message"/> then mentions it.
    /// </summary>
    public CommercialDataLevel? ReportedLevel { get; init; }

    /// <summary>Whether the provider accepted the transaction at a higher or lower level than the one that was sent.</summary>
    [JsonIgnore]
    public bool LevelWasChanged => SentLevel is { } sent && ReportedLevel is { } reported && sent != reported;

    /// <summary>
    /// Whether the data was sent to the provider as an opaque merchant value. The provider stores it, but there is no evidence that it
    /// reaches the card's scheme.
    /// </summary>
    public bool PassedThrough { get; init; }

    /// <summary>
    /// The properties of <see cref="CommercialCardData"/> that were given and not sent, with their paths; those of lines as
    /// <c>LineItems[*].Description</c>. Empty unless the request permitted it.
    /// </summary>
    public ValueList<string> DroppedFields { get; init; } = [];

    /// <summary>
    /// The broken rules, when the data was lowered a level instead of being refused (<see cref="WhenNotExpressible.DropAndReport"/>): the
    /// first 20. Empty when data was dropped only because the provider has no field for it.
    /// </summary>
    public ValueList<CommercialCardFinding> DroppedBecause
    {
        get;
        init => field = value ?? [];
    } = [];
}
