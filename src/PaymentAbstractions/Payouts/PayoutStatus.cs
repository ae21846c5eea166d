using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The status of a payout request. Which values occur, and in which order, depends on the provider.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PayoutStatus>))]
public enum PayoutStatus
{
    /// <summary>The provider does not report it, or uses an unknown name; see <see cref="Payout.ProviderStatus"/>.</summary>
    Unknown = 0,

    /// <summary>It waits for the selection of a payment method, or for the payout.</summary>
    Pending,

    /// <summary>A payment method is selected, and it waits for the payout.</summary>
    MethodSelected,

    /// <summary>It can be approved.</summary>
    Ready,

    /// <summary>The merchant approved it, and it waits for the payout.</summary>
    Approved,

    /// <summary>It is being paid out.</summary>
    InProgress,

    /// <summary>It is paid out in part.</summary>
    PartiallyFulfilled,

    /// <summary>It is paid out in full.</summary>
    Fulfilled,

    /// <summary>It was canceled.</summary>
    Canceled,

    /// <summary>It was split: other payout requests replace it, one for each part.</summary>
    Split,

    /// <summary>It was merged: another payout request replaces it and others.</summary>
    Merged,
}
