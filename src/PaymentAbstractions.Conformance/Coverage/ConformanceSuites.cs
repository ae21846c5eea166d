namespace PaymentAbstractions.Conformance;

/// <summary>The suites that every adapter passes.</summary>
public static class ConformanceSuites
{
    /// <summary>The open generic types of all suites.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(CancellationSuite<>),
        typeof(CapabilitiesSuite<>),
        typeof(CommercialDataSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>),
        typeof(OutcomesSuite<>),
        typeof(RedactionSuite<>),
        typeof(ReferencesSuite<>),
        typeof(ValidationSuite<>),
    ];
}
