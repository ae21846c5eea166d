namespace PaymentAbstractions.Chaos;

/// <summary>The numbers that the provider gave to the virtual terminal's customers and cards.</summary>
internal static class TerminalCustomer
{
    public static long IdOf(int customer) => 100_000 + customer;

    public static long CardOf(int customer) => 200_000 + customer;
}
