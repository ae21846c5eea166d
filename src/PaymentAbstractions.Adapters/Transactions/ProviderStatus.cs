using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>The meaning of the provider's own status of a transaction. An undocumented status is <see cref="Unrecognized"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ProviderStatus>))]
public enum ProviderStatus
{
    /// <summary>The status is missing, contradictory or not documented. Money may have moved.</summary>
    Unrecognized = 0,

    /// <summary>Approved, and not fully reversed.</summary>
    Approved,

    /// <summary>Approved, and later voided or fully refunded.</summary>
    Reversed,

    /// <summary>Declined; no money moved.</summary>
    Declined,

    /// <summary>Canceled by the merchant or the provider before money moved.</summary>
    Canceled,

    /// <summary>The customer did not finish in time, and the provider closed the transaction.</summary>
    Abandoned,

    /// <summary>Not processed, because the account is not set up for it.</summary>
    Misconfigured,

    /// <summary>Waits for the customer.</summary>
    WaitingForCustomer,

    /// <summary>Waits for the provider or the parties behind it.</summary>
    WaitingForProvider,

    /// <summary>The provider received no response in time from the parties behind it.</summary>
    TimedOut,

    /// <summary>The provider lost the connection to the parties behind it.</summary>
    ConnectionFailed,

    /// <summary>The provider reports that it never forwarded the transaction, which is not proven yet.</summary>
    NeverSent,
}
