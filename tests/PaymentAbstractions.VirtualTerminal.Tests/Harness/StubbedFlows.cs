namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Situations at the provider that several tests start from.</summary>
internal static class StubbedFlows
{
    /// <summary>The transaction as it is read; one state after the other.</summary>
    public static StubProvider Shows(this StubProvider stub, long id, params StubAnswer[] answers) =>
        stub.On($"GET KEY/transaction/{id}", answers);

    public static StubProvider Lists(this StubProvider stub, long customer, params StubAnswer[] answers) =>
        stub.On($"GET KEY/customer/{customer}/Transactions/NotSettled", answers);
}
