using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How far a payout request is. Which of these occur, and in which order, depends on the provider.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PayoutStatus>))]
public enum PayoutStatus
{
    /// <summary>The provider does not tell, or uses a word that is not known here; see <see cref="Payout.ProviderStatus"/>.</summary>
    Unknown = 0,

    /// <summary>It waits for a payment method to be selected, or to be paid out.</summary>
    Pending,

    /// <summary>A payment method is selected, and it waits to be paid out.</summary>
    MethodSelected,

    /// <summary>It can be approved.</summary>
    Ready,

    /// <summary>The merchant approved it, and it waits to be paid out.</summary>
    Approved,

    /// <summary>It is being paid out.</summary>
    InProgress,

    /// <summary>A part is paid out.</summary>
    PartiallyFulfilled,

    /// <summary>It is paid out in full.</summary>
    Fulfilled,

    /// <summary>It was canceled.</summary>
    Canceled,

    /// <summary>Others take its place, one for each part.</summary>
    Split,

    /// <summary>Another takes its place, together with others.</summary>
    Merged,
}
