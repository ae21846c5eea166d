namespace PaymentAbstractions.Sandbox;

/// <summary>The options of a <see cref="VirtualTerminalSandbox"/>. Do not change them after the start.</summary>
public sealed class VirtualTerminalSandboxOptions : SandboxOptions
{
    /// <summary>The merchant accounts. Default: one <see cref="VirtualTerminalSandboxAccount"/> with its defaults.</summary>
    public IList<VirtualTerminalSandboxAccount> Accounts { get; } = [new()];

    /// <summary>The behavior where the provider's documentation is ambiguous.</summary>
    public VirtualTerminalSandboxProfile Profile { get; set; } = VirtualTerminalSandboxProfile.Documented;

    /// <summary>
    /// The initial customers of each account. Default: 7001, code <c>contoso</c>, with the Visa card 9001, the Mastercard 9002 and the
    /// shipping address 3001; 7002, code <c>fabrikam</c>, with the American Express card 9003.
    /// </summary>
    public IList<VirtualTerminalSandboxCustomer> Customers { get; } =
    [
        new()
        {
            Id = 7001,
            Name = "Contoso",
            Code = "contoso",
            PaymentMethods =
            [
                new() { Id = 9001 },
                new()
                {
                    Id = 9002,
                    CardType = "Mastercard",
                    CardLast4 = "4444",
                },
            ],
            ShippingAddresses = [new() { Id = 3001 }],
        },
        new()
        {
            Id = 7002,
            Name = "Fabrikam",
            Code = "fabrikam",
            PaymentMethods =
            [
                new()
                {
                    Id = 9003,
                    CardType = "Amex",
                    CardLast4 = "0005",
                },
            ],
        },
    ];

    /// <summary>
    /// The product catalog of each account. Default: <c>BOLT-10</c> at 40.00, <c>NUT-10</c> at 2.50 and <c>PLATE-20</c>
    /// at 125.00.
    /// </summary>
    public IList<VirtualTerminalSandboxProduct> Products { get; } =
    [
        new() { Code = "BOLT-10", Price = 40.00m },
        new() { Code = "NUT-10", Price = 2.50m },
        new() { Code = "PLATE-20", Price = 125.00m },
    ];

    /// <summary>
    /// How long after a sale, capture or credit its batch is closed, by the sandbox's clock. Default 24 hours.
    /// </summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromHours(24);
}
