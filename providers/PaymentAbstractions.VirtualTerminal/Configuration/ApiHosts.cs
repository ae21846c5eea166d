namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The published hosts of the API. Accounts, keys and data of the two are apart.</summary>
internal static class ApiHosts
{
    public const string Live = "gateway.arrowpayments.com";

    public const string Demo = "demo.arrowpayments.com";

    public static bool IsLive(Uri url) => Is(url, Live);

    public static bool IsDemo(Uri url) => Is(url, Demo);

    private static bool Is(Uri url, string host) =>
        string.Equals(url.Host.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);
}
