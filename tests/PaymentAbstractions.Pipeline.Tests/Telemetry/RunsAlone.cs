namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Tests that do not run in parallel with others, because the listeners of others would change what they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
