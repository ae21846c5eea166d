namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Tests that run beside no other, because what others listen to would change what they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
