using static PaymentAbstractions.Rebilly.Wire.Vocabulary;

namespace PaymentAbstractions.Rebilly;

/// <summary>What each pair of status and result means. Nothing else decides on an outcome by these words.</summary>
/// <remarks>
/// Source: Rebilly transactions topic (result, status, error and additional processing status) and the transaction schema of
/// the core API. A pair that contradicts itself, is not documented or has a missing half is Unknown: money may have moved.
/// "canceled" is documented for any status as "before funds are removed"; it is not believed beside a status that says money may
/// have moved, nor beside "never-sent", which a query has to confirm. "abandoned" means that the customer did not finish in time: a
/// late confirmation can still arrive while the status is open, so it is a decline only beside a final one.
/// </remarks>
internal static class StatusTable
{
    public static (PaymentOutcome Outcome, PaymentReason Reason) Lookup(string? status, string? result) =>
        (result, status) switch
        {
            (Approved, Completed) => (PaymentOutcome.Approved, PaymentReason.None),
            (Approved, WaitingCapture) => (PaymentOutcome.Approved, PaymentReason.None),
            (Approved, PartiallyRefunded) => (PaymentOutcome.Approved, PaymentReason.None),
            (Approved, Disputed) => (PaymentOutcome.Approved, PaymentReason.None),
            (Approved, WaitingRefund) => (PaymentOutcome.Approved, PaymentReason.None),
            (Approved, Refunded) => (PaymentOutcome.Reversed, PaymentReason.AlreadyReversed),
            (Approved, Voided) => (PaymentOutcome.Reversed, PaymentReason.AlreadyReversed),

            (Declined, Completed) => (PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer),

            (Canceled, Completed) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, Offsite) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, Pending) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, Voided) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, WaitingApproval) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, WaitingCapture) => (PaymentOutcome.Declined, PaymentReason.Canceled),
            (Canceled, WaitingGateway) => (PaymentOutcome.Declined, PaymentReason.Canceled),

            (Abandoned, Completed) => (PaymentOutcome.Declined, PaymentReason.Abandoned),
            (Abandoned, Voided) => (PaymentOutcome.Declined, PaymentReason.Abandoned),
            (Abandoned, Offsite) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Abandoned, Pending) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Abandoned, Sending) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Abandoned, WaitingApproval) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Abandoned, WaitingGateway) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),

            (Unknown, WaitingApproval) => (PaymentOutcome.Pending, PaymentReason.WaitingForCustomer),
            (Unknown, Offsite) => (PaymentOutcome.Pending, PaymentReason.WaitingForCustomer),
            (Unknown, WaitingGateway) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Unknown, Pending) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Unknown, Sending) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Unknown, WaitingRefund) => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            (Unknown or Abandoned, GatewayTimeout) => (PaymentOutcome.Unknown, PaymentReason.ProviderTimeout),
            (Unknown or Abandoned, ConnectionError) => (PaymentOutcome.Unknown, PaymentReason.ProviderConnectionError),
            (Unknown or Canceled, NeverSent) => (PaymentOutcome.Unknown, PaymentReason.ProviderNeverSent),

            _ => (PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus),
        };
}
