using PaymentAbstractions.Adapters;
using static PaymentAbstractions.Rebilly.Wire.Vocabulary;

namespace PaymentAbstractions.Rebilly;

/// <summary>Maps each pair of status and result to its meaning. No other code interprets these values.</summary>
/// <remarks>
/// Source: Rebilly transactions topic (result, status, error and additional processing status) and the transaction schema of the core API.
/// A pair that contradicts itself, is undocumented or is incomplete is not recognized: money may have moved. "canceled" is documented for
/// any status as "before funds are removed"; it is not trusted with a status that indicates that money may have moved, nor with
/// "never-sent", which a query has to confirm. "abandoned" means that the customer did not finish in time. A late confirmation can still
/// arrive while the status is open, so it is a decline only with a final status.
/// </remarks>
internal static class StatusTable
{
    public static ProviderStatus Lookup(string? status, string? result) =>
        (result, status) switch
        {
            (Approved, Completed or WaitingCapture or PartiallyRefunded or Disputed or WaitingRefund) =>
                ProviderStatus.Approved,
            (Approved, Refunded or Voided) => ProviderStatus.Reversed,
            (Declined, Completed) => ProviderStatus.Declined,
            (
                Canceled,
                Completed
                    or Offsite
                    or Pending
                    or Voided
                    or WaitingApproval
                    or WaitingCapture
                    or WaitingGateway
            ) => ProviderStatus.Canceled,
            (Abandoned, Completed or Voided) => ProviderStatus.Abandoned,
            (Abandoned, Offsite or Pending or Sending or WaitingApproval or WaitingGateway) =>
                ProviderStatus.WaitingForProvider,
            (Unknown, WaitingApproval or Offsite) => ProviderStatus.WaitingForCustomer,
            (Unknown, WaitingGateway or Pending or Sending or WaitingRefund) => ProviderStatus.WaitingForProvider,
            (Unknown or Abandoned, GatewayTimeout) => ProviderStatus.TimedOut,
            (Unknown or Abandoned, ConnectionError) => ProviderStatus.ConnectionFailed,
            (Unknown or Canceled, NeverSent) => ProviderStatus.NeverSent,
            _ => ProviderStatus.Unrecognized,
        };

    /// <summary>Whether no gateway account matches, so that nothing was processed.</summary>
    /// <remarks>Source: the direct transaction guide lists this message under troubleshooting.</remarks>
    public static bool IsMisconfiguration(string? status, string? result, string? gatewayAccountId, string? message) =>
        Lookup(status, result) == ProviderStatus.Declined
        && string.IsNullOrEmpty(gatewayAccountId)
        && message?.Contains("no gateway account available", StringComparison.OrdinalIgnoreCase) == true;
}
