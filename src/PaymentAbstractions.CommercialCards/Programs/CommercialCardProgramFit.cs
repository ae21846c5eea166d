using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What an order makes of a program that is in force for it.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialCardProgramFit
{
    /// <summary>The program.</summary>
    public required CommercialCardProgram Program { get; init; }

    /// <summary>
    /// What keeps the order from the program, for people: fields that are missing, the tax, or that the merchant has not opted in.
    /// </summary>
    public ValueList<string> Obstacles
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Whether the data can bring a rate by what is published; conditions that only <see cref="CommercialCardProgram.Remarks"/> tell are
    /// not checked, and the scheme and the acquirer decide in the end.
    /// </summary>
    [JsonIgnore]
    public bool CanHelp =>
        Program is { Kind: CommercialProgramKind.Rate, IsUnconfirmed: false } && Obstacles.Count == 0;

    /// <summary>Whether sending the data costs the fee of the program.</summary>
    [JsonIgnore]
    public bool CostsFee => Program is { Kind: CommercialProgramKind.Fee } && Obstacles.Count == 0;
}
