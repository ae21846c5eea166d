namespace PaymentAbstractions.Sandbox;

/// <summary>One organization of a <see cref="RebillySandbox"/>, with its own customers, instruments and transactions.</summary>
public sealed record RebillySandboxAccount
{
    /// <summary>The id in the path. Default <c>org_sandbox</c>.</summary>
    public string OrganizationId { get; init; } = "org_sandbox";

    /// <summary>The secret key, sent as <c>REB-APIKEY</c>. Default <c>sk_sandbox</c>.</summary>
    public string ApiKey { get; init; } = "sk_sandbox";

    /// <summary>The publishable key, sent as <c>Authorization</c> when creating tokens. Default <c>pk_sandbox</c>.</summary>
    public string PublishableKey { get; init; } = "pk_sandbox";

    /// <summary>The only website of the organization. Default <c>web_sandbox</c>.</summary>
    public string WebsiteId { get; init; } = "web_sandbox";

    /// <summary>Returns the organization id, without the keys.</summary>
    /// <returns><see cref="OrganizationId"/>.</returns>
    public override string ToString() => OrganizationId;
}
