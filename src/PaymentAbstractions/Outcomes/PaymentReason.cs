using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Why an outcome is what it is, the same for every provider.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentReason>))]
public enum PaymentReason
{
    /// <summary>Nothing to add.</summary>
    None = 0,

    /// <summary>The issuer or the provider declined.</summary>
    DeclinedByIssuer,

    /// <summary>Canceled by the merchant, the customer or a rule before money moved.</summary>
    Canceled,

    /// <summary>The customer did not finish in time.</summary>
    Abandoned,

    /// <summary>The customer must act: see <see cref="PaymentResult.NextAction"/>.</summary>
    WaitingForCustomer,

    /// <summary>The provider or the acquirer still works on it.</summary>
    WaitingForProvider,

    /// <summary>The provider had no answer from the acquirer in time.</summary>
    ProviderTimeout,

    /// <summary>The provider lost its connection to the acquirer.</summary>
    ProviderConnectionError,

    /// <summary>The provider says that it did not send the transaction on; unproven until a query confirms it.</summary>
    ProviderNeverSent,

    /// <summary>Sent, and no answer came or one that cannot be trusted.</summary>
    NoTrustworthyAnswer,

    /// <summary>The caller stopped waiting after the request was sent.</summary>
    CallerStoppedWaiting,

    /// <summary>The answer contradicts the request: see <see cref="PaymentResult.Anomaly"/>.</summary>
    AnswerContradictsRequest,

    /// <summary>The provider reports a status or result that is not documented.</summary>
    UnrecognizedStatus,

    /// <summary>No connection could be made; nothing was sent.</summary>
    ConnectionFailed,

    /// <summary>A step before the charge failed; no charge was sent.</summary>
    PreparationFailed,

    /// <summary>The provider found fault with the request: see <see cref="PaymentResult.Problems"/>.</summary>
    InvalidRequest,

    /// <summary>The provider did not accept the credentials.</summary>
    InvalidCredentials,

    /// <summary>The credentials do not permit the operation.</summary>
    NotPermitted,

    /// <summary>The provider's account is not set up for such a payment.</summary>
    Misconfigured,

    /// <summary>The provider does not know the transaction, the customer or the account.</summary>
    NotFound,

    /// <summary>The provider limits the rate of requests: see <see cref="PaymentResult.RetryAt"/>.</summary>
    RateLimited,

    /// <summary>A transaction with the same key exists already and is not the one asked for.</summary>
    DuplicateKey,

    /// <summary>The transaction is settled already and the request says to refuse then.</summary>
    AlreadySettled,

    /// <summary>The transaction has already been voided or refunded.</summary>
    AlreadyReversed,

    /// <summary>The authorization has expired or is about to.</summary>
    AuthorizationExpired,

    /// <summary>The authorization is not open: not approved, captured already or voided.</summary>
    AuthorizationNotOpen,

    /// <summary>More than one open authorization could be taken; the provider would choose.</summary>
    AuthorizationAmbiguous,

    /// <summary>An open authorization of this customer would be captured by this sale.</summary>
    OpenAuthorization,

    /// <summary>More than the transaction has left.</summary>
    ExceedsAvailableAmount,

    /// <summary>
    /// Another attempt is under way or in doubt: of the same key, of the same order (its own key is in
    /// <see cref="PaymentResult.IdempotencyKey"/>), or on the same transaction. Nothing was sent for this call.
    /// </summary>
    AlreadyInProgress,

    /// <summary>
    /// The order is paid by another attempt, whose result this is, with its own <see cref="PaymentResult.IdempotencyKey"/>.
    /// Nothing was sent for this call. Where the outcome is Reversed or Declined, what was paid has gone since: only
    /// <see cref="ChargeRequest.AdditionalPayment"/> charges again.
    /// </summary>
    AlreadyPaid,

    /// <summary>
    /// The rule of the card's scheme leaves no further try, and the configuration says to refuse what is beyond it
    /// (<c>EnforceRetryLimits</c>). Nothing was sent; see <see cref="PaymentResult.RetriesLeft"/>.
    /// </summary>
    RetryLimitReached,

    /// <summary>The journal could not make the attempt durable, so it was not sent.</summary>
    NotRecorded,

    /// <summary>The time until which the attempt might be sent had passed before its first byte; it was not sent.</summary>
    SendByPassed,

    /// <summary>The gateway failed too often of late and is left alone for a while; nothing was sent.</summary>
    GatewayUnavailable,

    /// <summary>
    /// Other payments work on the same transaction, or on what cannot be told from this one, and this one's turn did not come in time;
    /// nothing was sent.
    /// </summary>
    Busy,

    /// <summary>It was approved, and the provider shows it as declined since. Its order stays taken until a person decides.</summary>
    ChangedByProvider,

    /// <summary>A look-up proved that no money moved.</summary>
    ProvenAbsent,

    /// <summary>A person decided what no provider could prove.</summary>
    ResolvedByPerson,
}
