namespace PaymentAbstractions.Conformance.Generator;

/// <summary>A generated file with the test classes of one harness.</summary>
internal sealed record SuiteFile(string Name, string Text);
