using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>An order that <see cref="CommercialCardBuilder"/> has built: its data and its totals.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialOrder
{
    /// <summary>The data for the request.</summary>
    public required CommercialCardData Data { get; init; }

    /// <summary>The totals of its parts.</summary>
    public required CommercialCardTotals Totals { get; init; }

    /// <summary>The amount for the request.</summary>
    [JsonIgnore]
    public Money Amount => Totals?.Amount ?? default;

    /// <summary>Throws if any finding is an error.</summary>
    internal static void RefuseErrors(ValueList<CommercialCardFinding> findings)
    {
        if (findings.Any(finding => finding.Severity == CommercialCardSeverity.Error))
        {
            Refuse(findings);
        }
    }

    [DoesNotReturn]
    internal static void Refuse(IEnumerable<CommercialCardFinding> findings) =>
        throw new PaymentRequestException([
            .. findings
                .Where(finding => finding.Severity == CommercialCardSeverity.Error)
                .Select(finding => new RequestProblem { Field = finding.Field, Message = finding.Message }),
        ]);
}
