namespace PaymentAbstractions.Sandbox;

/// <summary>A customer that the accounts of a <see cref="VirtualTerminalSandbox"/> start with.</summary>
public sealed record VirtualTerminalSandboxCustomer
{
    /// <summary>The provider's id, positive and unique among the customers.</summary>
    public required long Id { get; init; }

    /// <summary>The name, unique among the customers.</summary>
    public required string Name { get; init; }

    /// <summary>The merchant's own code for the customer. Default empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>The stored cards. Default none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxPaymentMethod> PaymentMethods { get; init; } = [];

    /// <summary>The charges that the provider repeats by itself. They are shown and never made here. Default none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxRecurringBilling> RecurringBillings { get; init; } = [];

    /// <summary>The stored shipping addresses. Default none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxAddress> ShippingAddresses { get; init; } = [];
}
