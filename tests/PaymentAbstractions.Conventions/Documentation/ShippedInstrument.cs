using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>An instrument that a shipped project creates.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind: counter, gauge or histogram.</param>
/// <param name="Unit">The unit.</param>
internal sealed record ShippedInstrument(string Name, string Kind, string Unit)
{
    private const string Create = "Create";

    public static IReadOnlyList<ShippedInstrument> All { get; } =
    [
        .. from project in ShippedProject.All
        from file in project.Sources
        from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax member && IsCreation(member)
        select Of(call),
    ];

    /// <summary>The names of the instrument in Prometheus.</summary>
    public IEnumerable<string> PrometheusNames
    {
        get
        {
            var name = Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "");
            return Kind switch
            {
                "counter" => [$"{name}_total"],
                "histogram" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
                _ => [name],
            };
        }
    }

    private static bool IsCreation(MemberAccessExpressionSyntax member) =>
        member.Name.Identifier.Text is "CreateCounter" or "CreateGauge" or "CreateHistogram" or "CreateObservableGauge"
        && member.Expression.ToString().EndsWith("eter", StringComparison.Ordinal);

    private static ShippedInstrument Of(InvocationExpressionSyntax call)
    {
        var method = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.Text;
        var arguments = call.ArgumentList.Arguments;
        return new ShippedInstrument(
            Text(arguments[0]),
            method[Create.Length..].Replace("Observable", "", StringComparison.Ordinal).ToLowerInvariant(),
            Text(arguments.Single(one => one.NameColon?.Name.Identifier.Text == "unit"))
        );
    }

    private static string Text(ArgumentSyntax argument) =>
        ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;
}
