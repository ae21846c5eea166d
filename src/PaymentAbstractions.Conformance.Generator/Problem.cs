using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PaymentAbstractions.Conformance.Generator;

/// <summary>What is wrong with a mark. Equal by value, so that nothing is reported anew while nothing changes.</summary>
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
