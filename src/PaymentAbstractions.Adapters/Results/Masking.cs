using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>Masks the secrets and card data that a provider repeats, so that its texts can be shown.</summary>
internal sealed class Masking
{
    private const int LongestText = 300;
    private readonly RedactionOptions _options;
    private readonly string[] _held;

    /// <param name="secrets">The secrets of the account.</param>
    /// <param name="method">The payment method of the request.</param>
    public Masking(IReadOnlyList<Secret> secrets, PaymentMethod? method)
    {
        _held = method switch
        {
            TokenPaymentMethod { Token: { } token } => [token.Reveal()],
            PaymentCard { Number: { } number, SecurityCode: { } code } => [number.Reveal(), code.Reveal()],
            PaymentCard { Number: { } number } => [number.Reveal()],
            BbanBankAccount { AccountNumber: { } number } => [number.Reveal()],
            IbanBankAccount { AccountNumber: { } number } => [number.Reveal()],
            _ => [],
        };
        _options = new RedactionOptions { Secrets = [.. secrets.Select(secret => secret.Reveal()), .. _held] };
    }

    /// <summary>Whether a method contains a card, an account or a token that must be masked.</summary>
    public static bool IsNeededFor(PaymentMethod? method) =>
        method is TokenPaymentMethod or PaymentCard or BbanBankAccount or IbanBankAccount;

    /// <summary>Whether an answer may repeat the card, the account or the token that was sent.</summary>
    public bool MayBeIn(TransportAnswer? answer) =>
        _held.Length > 0 && (answer is null || SecretSearch.MayFind(answer.Body.Span, _held));

    [return: NotNullIfNotNull(nameof(text))]
    public string? Text(string? text) => text is null ? null : Redactor.Redact(text, _options);

    /// <summary>Masks a text for people and cuts it to 300 characters.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Short(string? text) => text is null ? null : TextCut.ToLength(Text(text), LongestText);

    public ValueList<RequestProblem> Problems(ProviderRefusal refusal) =>
        refusal.Outcome == PaymentOutcome.Rejected
            ?
            [
                .. refusal.Problems.Select(problem => new RequestProblem
                {
                    Field = Short(problem.Field),
                    Message = Short(problem.Message),
                }),
            ]
            : [];

    [return: NotNullIfNotNull(nameof(anomaly))]
    public PaymentAnomaly? Anomaly(PaymentAnomaly? anomaly) =>
        anomaly is null ? null : anomaly with { Description = Text(anomaly.Description) };

    public ProviderAnswer? Answer(TransportAnswer? answer) =>
        answer is null or { StatusCode: 0 }
            ? null
            : new ProviderAnswer { HttpStatus = answer.StatusCode, Body = Redactor.Redact(answer.Body.Span, _options) };

    // The reference of the acquirer is a long number, but not a card number.
    public ProviderDetails Details(ProviderTransaction shown) =>
        shown.Provider with
        {
            Code = Text(shown.Provider.Code),
            Message = Text(shown.Provider.Message),
            NetworkCode = Text(shown.Provider.NetworkCode),
            NetworkMessage = Text(shown.Provider.NetworkMessage),
            AuthorizationCode = Text(shown.Provider.AuthorizationCode),
            TransactionId = Text(shown.Id),
            GatewayTransactionId = Text(shown.Provider.GatewayTransactionId),
            NetworkTransactionId = Text(shown.Provider.NetworkTransactionId),
        };

    public VerificationResult Verification(ProviderTransaction shown) =>
        new()
        {
            // A value that a provider sent instead of a letter is masked as well.
            Avs =
                shown.Avs is { } avs && Text(avs.Code) == avs.Code
                    ? avs
                    : AvsResult.FromProvider(Text(shown.Avs?.Code ?? shown.AvsCode), shown.PaymentMethod.Brand),
            Cvv =
                shown.Cvv is { } cvv && Text(cvv.Code) == cvv.Code
                    ? cvv
                    : CvvResult.FromProvider(Text(shown.Cvv?.Code ?? shown.CvvCode), shown.PaymentMethod.Brand),
            ThreeDSecure = shown.ThreeDSecure,
        };

    /// <summary>Collects what is known about the card or account, from the request and from the answer.</summary>
    public PaymentMethodDetails Method(ProviderTransaction shown, PaymentMethod? sent)
    {
        var (method, card) = (shown.PaymentMethod, sent as PaymentCard);
        return method with
        {
            Kind = sent is PaymentCard or BbanBankAccount or IbanBankAccount ? sent.Kind : method.Kind,
            Method = Text(method.Method),
            Bin = Text(method.Bin),
            LastFour = Text(method.LastFour) ?? card?.Number.LastFourDigits,
            ExpiryMonth = method.ExpiryMonth ?? card?.ExpiryMonth,
            ExpiryYear = method.ExpiryYear ?? card?.ExpiryYear,
        };
    }
}
