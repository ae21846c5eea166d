namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The part of an order's commercial card data that is sent. It is decided before anything is sent; the validation, the body, the
/// expectation and the result all follow it.
/// </summary>
internal sealed record DataPlan
{
    /// <summary>A plan without data, which sends only the amount.</summary>
    public static DataPlan Empty { get; } = new() { Level = CommercialDataLevel.LevelI };

    public required CommercialDataLevel Level { get; init; }

    /// <summary>The tax. Like <see cref="Freight"/> and <see cref="CustomerReference"/>, it is sent from Level II on.</summary>
    public Money Tax { get; init; }

    public Money Freight { get; init; }

    public string? CustomerReference { get; init; }

    /// <summary>A new shipping address; sent at Level III, when there is no stored one.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>A stored shipping address; sent at Level III.</summary>
    public string? ShipToStoredAddressId { get; init; }

    /// <summary>The lines; sent at Level III.</summary>
    public ValueList<PlannedLine> Lines { get; init; } = [];

    /// <summary>The fields that were set but are not sent, named as in <see cref="CommercialCardData.GivenFields"/>.</summary>
    public ValueList<string> DroppedFields { get; init; } = [];

    /// <summary>The problems that prevent the plan; empty when it can be carried out.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

    public bool IsPossible => Problems.Count == 0;
}
