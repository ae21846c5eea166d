namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>What all operations of one sandbox share.</summary>
internal sealed class RebillyWorld
{
    public RebillyWorld(RebillySandboxOptions options)
    {
        Options = options;
        Clock = options.StartTime is { } start ? new SandboxClock(start) : new SandboxClock();
        Problems = new(options.Profile);
        Organizations = options.Accounts.ToDictionary(
            account => account.OrganizationId,
            account => new Organization(account, this),
            StringComparer.Ordinal
        );
    }

    /// <summary>Guards all state: one request at a time.</summary>
    public Lock Gate { get; } = new();

    public RebillySandboxOptions Options { get; }

    public RebillySandboxProfile Profile => Options.Profile;

    public SandboxClock Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SandboxLedger Ledger { get; } = new();

    public IdSequence Ids { get; } = new();

    public Problems Problems { get; }

    public IReadOnlyDictionary<string, Organization> Organizations { get; }

    /// <summary>Set when the port is known.</summary>
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public string UrlOf(Organization organization, string path) =>
        $"{BaseAddress}organizations/{organization.Account.OrganizationId}/{path}";
}
