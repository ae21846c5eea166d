namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Checks API keys: the secret key permits everything, the publishable key tokens only.</summary>
internal static class Credentials
{
    /// <summary>Returns the refusal; null when the request is permitted.</summary>
    public static SandboxResponse? Check(
        SandboxRequest request,
        string[] segments,
        Organization organization,
        RebillyWorld world
    )
    {
        var account = organization.Account;
        var secret = request.Headers.GetValueOrDefault("REB-APIKEY");
        var publishable = request.Headers.GetValueOrDefault("Authorization") == account.PublishableKey;
        var allowed = (request.Method, segments) switch
        {
            ("GET", ["tokens", _]) => publishable,
            ("POST", ["tokens"]) => publishable || secret == account.ApiKey,
            _ => secret == account.ApiKey,
        };
        if (allowed)
        {
            return null;
        }

        var isForeign = secret is not null && world.Organizations.Values.Any(other => other.Account.ApiKey == secret);
        return isForeign && secret != account.ApiKey
            ? world.Problems.Of(403, "The key belongs to another organization.")
            : world.Problems.Of(401, "Invalid credentials.");
    }
}
