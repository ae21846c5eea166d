using System.Globalization;

namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>What the tool says when it has started, for people.</summary>
internal static class Announcement
{
    public static string Of(RunningSandbox sandbox) =>
        $"""

            Console           {sandbox.ConsoleAddress}
                              the ledger, the requests, and buttons that let the next payment go wrong
            Rebilly           {sandbox.Rebilly.BaseAddress}
                              card 4111 1111 1111 1111 is approved, 4000 0000 0000 0002 is declined{WebhooksOf(sandbox)}
            Virtual terminal  {sandbox.Terminal.BaseAddress}
                              {string.Join(
                Environment.NewLine + new string(' ', 18),
                sandbox.TerminalCustomers.Select(CustomerOf)
            )}

            For appsettings.json of your application:

            """;

    private static string CustomerOf(VirtualTerminalSandboxCustomer customer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"customer {customer.Code} ({customer.Id}) with stored cards {string.Join(", ", customer.PaymentMethods.Select(static card => card.Id))}"
        );

    private static string WebhooksOf(RunningSandbox sandbox) =>
        sandbox.Webhooks is { } address ? $"{Environment.NewLine}                  webhooks go to {address}" : "";
}
