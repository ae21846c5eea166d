namespace Checkout;

internal static class Usage
{
    public const string Text = """
        Usage: dotnet run --project samples/Checkout -- tour

        tour   Starts the sandbox on loopback and takes payments through the gateway that appsettings.json names as
               Payments:Default: sales, declines, authorizations, captures, voids, refunds, credits and what goes wrong;
               at the end a checkout is killed after it was charged, and its second life finds the payment.
               Prints one row for each and exits with 1 if any is not what it must be.

        Switch the gateway without changing code: Payments__Default=cards_us dotnet run --project samples/Checkout -- tour
        """;
}
