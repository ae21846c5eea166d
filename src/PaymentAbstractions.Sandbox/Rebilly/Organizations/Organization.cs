namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The state of one organization.</summary>
internal sealed class Organization
{
    public Organization(RebillySandboxAccount account, RebillyWorld world)
    {
        Account = account;
        Vault = new(world);
        Events = new(this, world);
        Book = new(this, world);
        Payouts = new(this, world);
    }

    public RebillySandboxAccount Account { get; }

    public Dictionary<string, CustomerRecord> Customers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TokenRecord> Tokens { get; } = new(StringComparer.Ordinal);

    public InstrumentVault Vault { get; }

    public TransactionEvents Events { get; }

    public TransactionBook Book { get; }

    public PayoutBook Payouts { get; }

    public WriteQuota Quota { get; } = new();
}
