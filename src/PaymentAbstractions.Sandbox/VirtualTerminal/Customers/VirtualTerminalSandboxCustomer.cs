namespace PaymentAbstractions.Sandbox;

/// <summary>An initial customer of the accounts of a <see cref="VirtualTerminalSandbox"/>.</summary>
public sealed record VirtualTerminalSandboxCustomer
{
    /// <summary>The customer's id at the provider, positive and unique among the customers.</summary>
    public required long Id { get; init; }

    /// <summary>The name, unique among the customers.</summary>
    public required string Name { get; init; }

    /// <summary>The merchant's own code for the customer. Default empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>The stored cards. Default: none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxPaymentMethod> PaymentMethods { get; init; } = [];

    /// <summary>The charges that the provider repeats automatically. They are shown but never made here. Default: none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxRecurringBilling> RecurringBillings { get; init; } = [];

    /// <summary>The stored shipping addresses. Default: none.</summary>
    public IReadOnlyList<VirtualTerminalSandboxAddress> ShippingAddresses { get; init; } = [];
}
