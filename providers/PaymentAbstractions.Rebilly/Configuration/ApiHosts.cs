namespace PaymentAbstractions.Rebilly;

/// <summary>The published hosts of the API. Accounts, keys and data of the two are apart.</summary>
/// <remarks>Source: core API reference, servers.</remarks>
internal static class ApiHosts
{
    public const string Live = "api.rebilly.com";

    public const string Sandbox = "api-sandbox.rebilly.com";

    public static bool IsLive(Uri url) => Is(url, Live);

    public static bool IsSandbox(Uri url) => Is(url, Sandbox);

    private static bool Is(Uri url, string host) =>
        string.Equals(url.Host.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);
}
