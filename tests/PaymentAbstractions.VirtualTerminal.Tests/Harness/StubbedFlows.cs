namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Situations at the provider with which several tests start.</summary>
internal static class StubbedFlows
{
    /// <summary>Sets the states in which the transaction is read, one after another.</summary>
    public static StubProvider Shows(this StubProvider stub, long id, params StubAnswer[] answers) =>
        stub.On($"GET KEY/transaction/{id}", answers);

    public static StubProvider Lists(this StubProvider stub, long customer, params StubAnswer[] answers) =>
        stub.On($"GET KEY/customer/{customer}/Transactions/NotSettled", answers);
}
