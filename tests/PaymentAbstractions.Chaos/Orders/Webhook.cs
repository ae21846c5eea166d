using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>The address to which the provider sends webhooks: the worker that is killed, whichever process has the payment.</summary>
internal static class Webhook
{
    public const string User = "rebilly";
    public const string Password = "a-password-for-chaos-only";

    private const string Taken = "204";
    private const string Again = "503";
    private const string NoAnswer = "none";

    // Below the ephemeral ports of the system, one of which another process could take between two lives of the worker.
    private const int FirstPort = 21_000;
    private const int LastPort = 31_000;

    public static int FindPort()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another process uses the port.
            }
        }
    }

    public static string AddressAt(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    public static RebillySandboxWebhook Of(ChaosGateway gateway, int port) =>
        new()
        {
            Address = new Uri($"{AddressAt(port)}/payments/webhooks/{gateway.Name}"),
            OrganizationId = gateway.Account,
            Authentication = RebillySandboxWebhookAuthentication.Basic,
            UserName = User,
            Password = Password,
        };

    public static string Name(RebillySandboxDelivery delivery) =>
        delivery.Attempt == 0 ? "lost" : delivery.Status?.ToString(CultureInfo.InvariantCulture) ?? NoAnswer;

    /// <returns>The problems: no webhook was accepted, or one was answered with a status that no valid webhook may get.</returns>
    public static IEnumerable<string> Check(IReadOnlyDictionary<string, int> webhooks) =>
        webhooks
            .Keys.Except([Taken, Again, NoAnswer, "lost"])
            .Select(status => $"A webhook of the provider was answered with {status}.")
            .Concat(webhooks.ContainsKey(Taken) ? [] : ["No webhook was taken."]);
}
