namespace PaymentAbstractions.Conformance.Generator;

/// <summary>A file with the classes of one harness.</summary>
internal sealed record SuiteFile(string Name, string Text);
