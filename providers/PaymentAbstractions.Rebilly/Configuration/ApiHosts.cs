using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>The published hosts of the API. Sandbox and live have separate accounts, keys and data.</summary>
/// <remarks>Source: core API reference, servers.</remarks>
internal static class ApiHosts
{
    public const string Live = "api.rebilly.com";

    public const string Sandbox = "api-sandbox.rebilly.com";

    public static string Of(GatewayEnvironment? environment) =>
        environment == GatewayEnvironment.Sandbox ? Sandbox : Live;

    public static bool IsLive(Uri url) => HttpAdapterOptions.IsAt(url, Live);

    public static bool IsSandbox(Uri url) => HttpAdapterOptions.IsAt(url, Sandbox);
}
