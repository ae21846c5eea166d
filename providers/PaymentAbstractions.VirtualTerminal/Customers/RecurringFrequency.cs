using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>How often a <see cref="RecurringBilling"/> is charged.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RecurringFrequency>))]
public enum RecurringFrequency
{
    /// <summary>The provider returned a value that this version does not know.</summary>
    Unknown = 0,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Yearly,
}
