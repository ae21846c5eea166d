using PaymentAbstractions.Conformance;

namespace PaymentAbstractions;

/// <summary>What the examples of the conformance README call an adapter author's harness.</summary>
public abstract class MyHarness : ConformanceHarness;
