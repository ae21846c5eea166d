namespace PaymentAbstractions.Testing.Tests.Production;

internal sealed record Scenario(string Outcomes, Func<Shop, Task> RunAsync)
{
    public CommercialDataLevel HighestDataLevel { get; init; } = CommercialDataLevel.LevelIII;
}
