namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Tests that run beside no other, because what others listen to would change what they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}
