using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How tax is calculated from prices.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TaxCalculation>))]
public enum TaxCalculation
{
    /// <summary>Not provided.</summary>
    NotProvided = 0,

    /// <summary>Net prices, tax per line.</summary>
    NetPerLine,

    /// <summary>Net prices, tax on the invoice.</summary>
    NetPerInvoice,

    /// <summary>Gross prices, tax per line.</summary>
    GrossPerLine,

    /// <summary>Gross prices, tax on the invoice.</summary>
    GrossPerInvoice,
}
