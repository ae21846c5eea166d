using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What became of the commercial card data of a payment.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record CommercialDataResult
{
    /// <summary>Nothing is known of commercial card data.</summary>
    public static CommercialDataResult None { get; } = new();

    /// <summary>The level that was sent; none when the adapter does not tell levels apart or nothing was sent.</summary>
    public CommercialDataLevel? SentLevel { get; init; }

    /// <summary>
    /// The level that the provider says it took the transaction at; none when it does not report one. Another one than
    /// <see cref="SentLevel"/> changes the fees, not the outcome; <see cref="PaymentResult.Message"/> says so then.
    /// </summary>
    public CommercialDataLevel? ReportedLevel { get; init; }

    /// <summary>Whether the provider took the transaction at another level than the one that was sent, up or down.</summary>
    [JsonIgnore]
    public bool LevelWasChanged => SentLevel is { } sent && ReportedLevel is { } reported && sent != reported;

    /// <summary>
    /// Whether the data went to the provider as an opaque value of the merchant's: it is kept there, and nothing says that it
    /// reaches the card's scheme.
    /// </summary>
    public bool PassedThrough { get; init; }

    /// <summary>
    /// The properties of <see cref="CommercialCardData"/> that were given and not sent, with their paths; those of lines as
    /// <c>LineItems[*].Description</c>. Empty unless the request permitted it.
    /// </summary>
    public ValueList<string> DroppedFields { get; init; } = [];

    /// <summary>
    /// The rules that the data broke where it was brought down a level instead of being refused
    /// (<see cref="WhenNotExpressible.DropAndReport"/>): the first 20. Empty when what was dropped has only no field at the provider.
    /// </summary>
    public ValueList<CommercialCardFinding> DroppedBecause
    {
        get;
        init => field = value ?? [];
    } = [];
}
