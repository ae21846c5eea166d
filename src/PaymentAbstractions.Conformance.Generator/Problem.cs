using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PaymentAbstractions.Conformance.Generator;

/// <summary>The problem of a mark. Compares by value, so that an unchanged problem is not reported again.</summary>
internal sealed record Problem(
    DiagnosticDescriptor Rule,
    string Subject,
    string Path,
    TextSpan Span,
    LinePositionSpan Lines
)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.Create(Path, Span, Lines), Subject);
}
