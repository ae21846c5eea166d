namespace Checkout;

internal static class Usage
{
    public const string Text = """
        Usage: dotnet run --project samples/Checkout -- tour [--all]

        tour         Starts the emulated providers on loopback and takes payments through the gateway that appsettings.json
                     names as Payments:Default: a sale, a decline, a capture, a refund, a lost answer that is found again,
                     level III data, 3-D Secure, a switch to the other gateway, and a checkout that is killed after it was
                     charged and finds the payment when it starts again. Prints about ten rows.
        tour --all   Shows everything, through both gateways, in about a hundred rows.

        Both exit with 1 if any row is not what it must be, and with 2 after a wrong command line.

        Switch the gateway without changing code: Payments__Default=b2b_us dotnet run --project samples/Checkout -- tour
        """;
}
