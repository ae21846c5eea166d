using System.Net;

namespace PaymentAbstractions.Sandbox;

/// <summary>Refuses what other sites make a visitor's browser send.</summary>
internal static class ConsoleGuard
{
    /// <summary>The refusal of a request; null when it may be answered.</summary>
    public static SandboxResponse? Refuse(SandboxRequest request)
    {
        var host = request.Headers.GetValueOrDefault("Host", "");
        // A site whose name was rebound to 127.0.0.1 still sends its own name.
        if (!IsLoopback(host))
        {
            return ConsoleApi.Problem(
                403,
                "The Host header is not a loopback address. Open the console as http://127.0.0.1 or http://localhost."
            );
        }

        return
            request.HasWriteMethod
            && request.Headers.TryGetValue("Origin", out var origin)
            && !origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase)
            ? ConsoleApi.Problem(
                403,
                "The Origin header names another site. Only the console's own page and programs can make changes."
            )
            : null;
    }

    private static bool IsLoopback(string host) =>
        Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address)
        && address is { UserInfo: "", PathAndQuery: "/" }
        && (
            address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))
        );
}
