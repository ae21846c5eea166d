namespace PaymentAbstractions.Sandbox;

/// <summary>A recurring billing of a <see cref="VirtualTerminalSandboxCustomer"/>.</summary>
public sealed record VirtualTerminalSandboxRecurringBilling
{
    /// <summary>The provider's id, positive.</summary>
    public required long Id { get; init; }

    /// <summary>The stored card that is charged.</summary>
    public required long PaymentMethodId { get; init; }

    /// <summary>W, M, Q or Y. Default monthly.</summary>
    public string Frequency { get; init; } = "M";

    /// <summary>The whole amount of one charge, in US dollars.</summary>
    public required decimal TotalAmount { get; init; }

    /// <summary>The part of it that is for shipping. Default none.</summary>
    public decimal ShippingAmount { get; init; }

    /// <summary>The description. Default none.</summary>
    public string? Description { get; init; }

    /// <summary>The day or month of the charge. Default 1.</summary>
    public int TransactionDay { get; init; } = 1;
}
