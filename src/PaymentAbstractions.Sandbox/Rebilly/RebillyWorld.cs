namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The state and services that all operations of one sandbox share.</summary>
internal sealed class RebillyWorld
{
    private readonly RebillySandbox _sandbox;

    public RebillyWorld(RebillySandboxOptions options, RebillySandbox sandbox)
    {
        _sandbox = sandbox;
        Options = options;
        Problems = new(options.Profile);
        Webhooks = new(options.Webhooks);
        Organizations = options.Accounts.ToDictionary(
            account => account.OrganizationId,
            account => new Organization(account, this),
            StringComparer.Ordinal
        );
    }

    public RebillySandboxOptions Options { get; }

    public RebillySandboxProfile Profile => Options.Profile;

    public DateTimeOffset Now => _sandbox.Clock.GetUtcNow();

    public Problems Problems { get; }

    public WebhookQueue Webhooks { get; }

    public IReadOnlyDictionary<string, Organization> Organizations { get; }

    public string NextId(string prefix) => _sandbox.NextId(prefix);

    public void Book(SandboxMovement movement) => _sandbox.Book(movement);

    public string UrlOf(Organization organization, string path) =>
        $"{_sandbox.RootAddress}organizations/{organization.Account.OrganizationId}/{path}";
}
