namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// What of an order's commercial card data is sent. Decided before anything is sent; the validation, the body, the expectation
/// and the result all follow it.
/// </summary>
internal sealed record DataPlan
{
    /// <summary>The amount and no more, because there is no data.</summary>
    public static DataPlan Empty { get; } = new() { Level = CommercialDataLevel.LevelI };

    public required CommercialDataLevel Level { get; init; }

    /// <summary>The tax; sent from Level II on, as are <see cref="Freight"/> and <see cref="CustomerReference"/>.</summary>
    public Money Tax { get; init; }

    public Money Freight { get; init; }

    public string? CustomerReference { get; init; }

    /// <summary>A new shipping address; sent at Level III, where no stored one is.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>A stored shipping address; sent at Level III.</summary>
    public string? ShipToStoredAddressId { get; init; }

    /// <summary>The lines; sent at Level III.</summary>
    public ValueList<PlannedLine> Lines { get; init; } = [];

    /// <summary>What was given and is not sent, by the names of <see cref="CommercialCardData.GivenFields"/>.</summary>
    public ValueList<string> DroppedFields { get; init; } = [];

    /// <summary>What forbids the plan; none when it can be carried out.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

    public bool IsPossible => Problems.Count == 0;
}
