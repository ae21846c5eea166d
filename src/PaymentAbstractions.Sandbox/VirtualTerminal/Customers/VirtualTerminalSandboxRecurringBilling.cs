namespace PaymentAbstractions.Sandbox;

/// <summary>A recurring billing of a <see cref="VirtualTerminalSandboxCustomer"/>.</summary>
public sealed record VirtualTerminalSandboxRecurringBilling
{
    /// <summary>The billing's id at the provider, positive.</summary>
    public required long Id { get; init; }

    /// <summary>The id of the stored card that is charged.</summary>
    public required long PaymentMethodId { get; init; }

    /// <summary>The frequency: W, M, Q or Y. Default M (monthly).</summary>
    public string Frequency { get; init; } = "M";

    /// <summary>The total amount of one charge, in US dollars.</summary>
    public required decimal TotalAmount { get; init; }

    /// <summary>The part of the total that is for shipping. Default 0.</summary>
    public decimal ShippingAmount { get; init; }

    /// <summary>The description. Default null.</summary>
    public string? Description { get; init; }

    /// <summary>The day or month of the charge. Default 1.</summary>
    public int TransactionDay { get; init; } = 1;
}
