using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>Authorizations that Rebilly could take for a sale or a capture, because nothing can name which one.</summary>
internal static class RivalAuthorizations
{
    // A payment method that is not known can be any.
    public static bool CouldBeTaken(
        EarlierPayment other,
        Currency currency,
        string? instrument,
        RebillyAccount account
    ) =>
        other.Attempt.Operation == PaymentOperation.Authorize
        && other.Attempt.Amount?.Currency == currency
        && (instrument is null || other.PaymentMethodId is null || other.PaymentMethodId == instrument)
        && account.Time.GetUtcNow() < LapsesAt(other, account);

    // What was not answered may have been made as late as its key was honored.
    public static DateTimeOffset LapsesAt(EarlierPayment other, RebillyAccount account) =>
        Instants.After(
            other.ExpiresAt
                ?? Instants.After(
                    other.Attempt.StartedAt,
                    RebillyAccount.RequestIdWindow + RebillyAccount.AuthorizationLife
                ),
            account.Options.AuthorizationMargin
        );
}
