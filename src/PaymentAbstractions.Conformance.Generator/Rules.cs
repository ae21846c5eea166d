using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conformance.Generator;

/// <summary>The errors for marks from which no classes can be generated.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NoHarness = New(
        "PAC001",
        "No harness",
        "'{0}' does not derive from ConformanceHarness; mark the harness itself with [ConformanceSuites]"
    );

    public static readonly DiagnosticDescriptor NotConcrete = New(
        "PAC002",
        "Harness cannot be created",
        "The harness '{0}' is abstract, static or generic; mark a concrete class that derives from it"
    );

    public static readonly DiagnosticDescriptor NotPublic = New(
        "PAC003",
        "Harness is not public",
        "The harness '{0}' is not public, so no test class can use it; make it and its containing types public"
    );

    public static readonly DiagnosticDescriptor NoConstructor = New(
        "PAC004",
        "Harness has no usable constructor",
        "The harness '{0}' has no public parameterless constructor; add one, because xUnit creates the harness"
    );

    public static readonly DiagnosticDescriptor NoSuite = New(
        "PAC005",
        "No suite",
        "'{0}' is not a suite; specify a public abstract class that derives from ConformanceSuite<THarness>, without its type argument, "
            + "for example typeof(KeysSuite<>)"
    );

    private static DiagnosticDescriptor New(string id, string title, string message) =>
        new(id, title, message, "Conformance", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
