using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Where the provider's webhooks go: to the worker that is killed, whichever process has the payment.</summary>
internal static class Webhook
{
    public const string User = "rebilly";
    public const string Password = "a-password-for-chaos-only";

    private const string Taken = "204";
    private const string Again = "503";
    private const string NoAnswer = "none";

    // Below those that the system gives to clients, one of which could have it between two lives.
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
                // Another process has the port.
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

    /// <returns>What is wrong: none was taken at all, or one was answered as no webhook of the provider may be.</returns>
    public static IEnumerable<string> Check(IReadOnlyDictionary<string, int> webhooks) =>
        webhooks
            .Keys.Except([Taken, Again, NoAnswer, "lost"])
            .Select(status => $"A webhook of the provider was answered with {status}.")
            .Concat(webhooks.ContainsKey(Taken) ? [] : ["No webhook was taken."]);
}
