namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Tests that do not run in parallel with others, because other listeners would change what they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
