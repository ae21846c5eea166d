using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>How an order fits a program that is in force for it.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialCardProgramFit
{
    /// <summary>The program.</summary>
    public required CommercialCardProgram Program { get; init; }

    /// <summary>
    /// What prevents the order from qualifying, for people: missing fields, the tax, or the missing opt-in of the merchant.
    /// </summary>
    public ValueList<string> Obstacles
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Whether the data can bring a lower rate according to the published facts. Conditions that are only in
    /// <see cref="CommercialCardProgram.Remarks"/> are not checked, and the scheme and the acquirer make the final decision.
    /// </summary>
    [JsonIgnore]
    public bool CanHelp =>
        Program is { Kind: CommercialProgramKind.Rate, IsUnconfirmed: false } && Obstacles.Count == 0;

    /// <summary>Whether sending the data incurs the fee of the program.</summary>
    [JsonIgnore]
    public bool CostsFee => Program is { Kind: CommercialProgramKind.Fee } && Obstacles.Count == 0;
}
