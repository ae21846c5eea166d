using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The reason for an outcome, the same for every provider.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentReason>))]
public enum PaymentReason
{
    /// <summary>No further reason.</summary>
    None = 0,

    /// <summary>The issuer or the provider declined.</summary>
    DeclinedByIssuer,

    /// <summary>The merchant, the customer or a rule canceled it before money moved.</summary>
    Canceled,

    /// <summary>The customer did not finish in time.</summary>
    Abandoned,

    /// <summary>The customer must act: see <see cref="PaymentResult.NextAction"/>.</summary>
    WaitingForCustomer,

    /// <summary>The provider or the acquirer is still processing it.</summary>
    WaitingForProvider,

    /// <summary>The provider did not receive the acquirer's response in time.</summary>
    ProviderTimeout,

    /// <summary>The provider lost its connection to the acquirer.</summary>
    ProviderConnectionError,

    /// <summary>The provider reports that it did not forward the transaction; unproven until a look-up confirms it.</summary>
    ProviderNeverSent,

    /// <summary>It was sent, and there was no response or one that cannot be trusted.</summary>
    NoTrustworthyAnswer,

    /// <summary>The caller stopped waiting after the request was sent.</summary>
    CallerStoppedWaiting,

    /// <summary>The response contradicts the request: see <see cref="PaymentResult.Anomaly"/>.</summary>
    AnswerContradictsRequest,

    /// <summary>The provider reported a status or result that is not documented.</summary>
    UnrecognizedStatus,

    /// <summary>No connection could be made; nothing was sent.</summary>
    ConnectionFailed,

    /// <summary>A step before the charge failed; no charge was sent.</summary>
    PreparationFailed,

    /// <summary>The provider found the request invalid: see <see cref="PaymentResult.Problems"/>.</summary>
    InvalidRequest,

    /// <summary>The provider did not accept the credentials.</summary>
    InvalidCredentials,

    /// <summary>The credentials do not permit the operation.</summary>
    NotPermitted,

    /// <summary>The account at the provider is not set up for this kind of payment.</summary>
    Misconfigured,

    /// <summary>The provider does not know the transaction, the customer or the account.</summary>
    NotFound,

    /// <summary>The provider limits the rate of requests: see <see cref="PaymentResult.RetryAt"/>.</summary>
    RateLimited,

    /// <summary>A transaction with the same key already exists and is not the requested one.</summary>
    DuplicateKey,

    /// <summary>The transaction is already settled, and the request says to refuse in that case.</summary>
    AlreadySettled,

    /// <summary>The transaction has already been voided or refunded.</summary>
    AlreadyReversed,

    /// <summary>The authorization has expired or is about to.</summary>
    AuthorizationExpired,

    /// <summary>The authorization is not open: it is not approved, already captured or voided.</summary>
    AuthorizationNotOpen,

    /// <summary>Several open authorizations match, and the provider would choose one of them.</summary>
    AuthorizationAmbiguous,

    /// <summary>This sale would capture an open authorization of the customer.</summary>
    OpenAuthorization,

    /// <summary>The amount exceeds what the transaction has left.</summary>
    ExceedsAvailableAmount,

    /// <summary>
    /// Another attempt is in progress or unresolved: with the same key, for the same order (its key is
    /// <see cref="PaymentResult.IdempotencyKey"/>), or on the same transaction. This call sent nothing.
    /// </summary>
    AlreadyInProgress,

    /// <summary>
    /// Another attempt has paid the order. This is its result, with its own <see cref="PaymentResult.IdempotencyKey"/>. This call sent
    /// nothing. When the outcome is Reversed or Declined, the order is no longer paid; only <see cref="ChargeRequest.AdditionalPayment"/>
    /// charges it again.
    /// </summary>
    AlreadyPaid,

    /// <summary>
    /// The card scheme's rule allows no further try, and the configuration refuses tries beyond it (<c>EnforceRetryLimits</c>). Nothing was
    /// sent; see <see cref="PaymentResult.RetriesLeft"/>.
    /// </summary>
    RetryLimitReached,

    /// <summary>The journal could not record the attempt durably, so it was not sent.</summary>
    NotRecorded,

    /// <summary>The time limit for sending had passed before the first byte; nothing was sent.</summary>
    SendByPassed,

    /// <summary>The gateway failed too often recently, and the circuit breaker is open; nothing was sent.</summary>
    GatewayUnavailable,

    /// <summary>
    /// Other payments work on the same transaction, or could not be distinguished from this one, and their guards were not released in
    /// time; nothing was sent.
    /// </summary>
    Busy,

    /// <summary>It was approved, and the provider now shows it as declined. Its order stays taken until a person decides.</summary>
    ChangedByProvider,

    /// <summary>A look-up proved that no money moved.</summary>
    ProvenAbsent,

    /// <summary>A person decided the outcome, because the provider could not prove it.</summary>
    ResolvedByPerson,
}
