namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The state of one merchant account.</summary>
internal sealed class Merchant
{
    public Merchant(VirtualTerminalSandboxAccount account, VirtualTerminalWorld world)
    {
        Account = account;
        Vault = new(world.Options.Customers);
        Products = world.Options.Products.ToDictionary(product => product.Code, StringComparer.OrdinalIgnoreCase);
        Book = new(account, world);
    }

    public VirtualTerminalSandboxAccount Account { get; }

    public CustomerVault Vault { get; }

    public Dictionary<string, VirtualTerminalSandboxProduct> Products { get; }

    public TransactionBook Book { get; }
}
