namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A customer with its stored data.</summary>
internal sealed class CustomerRecord
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public string? Code { get; set; }

    public string? PrimaryContact { get; set; }

    public string? PrimaryContactPhone { get; set; }

    public string? PrimaryContactEmailAddress { get; set; }

    public List<PaymentMethodRecord> Methods { get; } = [];

    public List<AddressRecord> Addresses { get; } = [];

    public IReadOnlyList<VirtualTerminalSandboxRecurringBilling> Billings { get; init; } = [];
}
