using System.Globalization;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Recognizes refusals. The provider refuses in two ways: 200 with <c>Success: false</c>, and 400, 404 or 500 with the header <c>Error</c>.
/// Any other answer is not a refusal.
/// </summary>
internal sealed class RefusalReader(VirtualTerminalOptions options)
{
    /// <summary>The refusal of a read. A 404 without a text is not a refusal: a wrong key or a wrong address causes it as well.</summary>
    public static ProviderRefusal? OfRead(TransportAnswer answer) =>
        answer.StatusCode switch
        {
            404 when IsNotFound(answer) => ProviderRefusal.Rejected(
                PaymentReason.NotFound,
                RefusalText.OfHeader(answer)?.Text
            ),
            401 or 403 => Credentials(answer),
            _ => null,
        };

    /// <summary>Whether the answer to reading a customer states that the customer does not exist.</summary>
    public static bool IsCustomerNotFound(TransportAnswer answer) =>
        answer.StatusCode == 404
        && RefusalText
            .OfHeader(answer)
            ?.Text.Contains(RefusalTable.CustomerNotFound, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The refusal of a write.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="operation">The operation that the provider was asked to perform.</param>
    /// <returns>The refusal; <see langword="null"/> when the answer is not a refusal.</returns>
    public ProviderRefusal? OfWrite(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode switch
        {
            >= 200 and < 300 => OfBody(answer, operation),
            400 or 404 or 500 when RefusalText.OfHeader(answer) is { } refusal => TellsOfTransaction(answer)
                ? ProviderRefusal.Doubtful(PaymentReason.NoTrustworthyAnswer, refusal.Text)
                : Of(refusal, operation, isCertain: answer.StatusCode != 500),
            401 or 403 when !TellsOfTransaction(answer) => DoubtOf(answer) ?? Credentials(answer),
            _ => null,
        };

    private ProviderRefusal? OfBody(TransportAnswer answer, PaymentOperation operation)
    {
        if (TransactionReader.FieldsOf(answer) is not { } fields || fields.DecidingFlag("Success") != false)
        {
            return null;
        }

        // A text that leaves the outcome unknown counts wherever it appears.
        if (DoubtOf(answer) is { } doubt)
        {
            return doubt;
        }

        var id = TransactionReader.IdOf(fields);
        var text = RefusalText.Of(fields.Text("Message"));
        if (fields.Problem is not null || id < 0)
        {
            return null;
        }

        if (id == 0 || operation is PaymentOperation.Capture or PaymentOperation.Void)
        {
            if (text is null)
            {
                return null;
            }

            var refusal = Of(text, operation) with { TransactionId = Named(id) };
            var (status, _) = Vocabulary.StatusOf(fields.Text("Status"));
            // If the status shows that the payment was made, the refusal text proves nothing.
            return status == ProviderStatus.Approved && refusal.Outcome != PaymentOutcome.Unknown
                ? refusal with
                {
                    NeedsAgreement = true,
                }
                : refusal;
        }

        // The answer denies success but carries a transaction id: the state of that transaction decides.
        var denied = text is null ? ProviderRefusal.Doubtful(PaymentReason.NoTrustworthyAnswer) : Of(text, operation);
        return denied with { TransactionId = Named(id), NeedsAgreement = true };
    }

    private ProviderRefusal Of(RefusalText refusal, PaymentOperation operation, bool isCertain = true)
    {
        var meaning = RefusalTable.Of(refusal.Text);
        var known = meaning.Outcome switch
        {
            PaymentOutcome.Unknown => ProviderRefusal.Doubtful(meaning.Reason, refusal.Text),
            _ when !isCertain && !meaning.IsUnmistakable => ProviderRefusal.Doubtful(
                PaymentReason.NoTrustworthyAnswer,
                refusal.Text
            ),
            PaymentOutcome.Rejected => ProviderRefusal.Rejected(meaning.Reason, refusal.Text),
            // The issuer is not asked about a capture or void, so a refusal without a code comes from the provider.
            _ when meaning.Code is null && operation is PaymentOperation.Capture or PaymentOperation.Void =>
                ProviderRefusal.Rejected(PaymentReason.InvalidRequest, refusal.Text),
            _ => ProviderRefusal.Declined(refusal.Text),
        };
        return known with
        {
            Code =
                known.Outcome == PaymentOutcome.Declined && meaning.Code is { } code
                    ? ResponseCode.Parse(code).WithSource(ResponseCodeSource.DerivedFromText)
                    : null,
            GatewayTransactionId = refusal.Reference,
            NeedsAgreement = known.Outcome != PaymentOutcome.Unknown && !IsBelieved(meaning, operation),
        };
    }

    // A credit that is wrongly considered declined would be paid twice, so a refusal that may come from the gateway is not believed.
    private bool IsBelieved(RefusalMeaning meaning, PaymentOperation operation)
    {
        var isOfGateway = meaning.Outcome == PaymentOutcome.Declined || meaning.Reason == PaymentReason.Misconfigured;
        // "Already done" may be the effect of this very request, if it was carried out twice on the way.
        var mayBeOurs =
            operation is PaymentOperation.Capture or PaymentOperation.Void
            && meaning.Reason is PaymentReason.AuthorizationNotOpen or PaymentReason.AlreadyReversed;
        return !mayBeOurs
            && (!ReferenceEquals(meaning, RefusalTable.Token) || operation == PaymentOperation.Unknown)
            && (operation != PaymentOperation.Sale || !meaning.IsGuess)
            && (operation != PaymentOperation.Credit || !isOfGateway || options.BelieveDeclinedCredits)
            && (meaning != RefusalTable.Unlisted || options.BelieveUnlistedRefusals)
            && (
                operation is not (PaymentOperation.Sale or PaymentOperation.Authorize)
                || !isOfGateway
                || meaning == RefusalTable.Unlisted
                || options.BelieveListedDeclines
            );
    }

    private static ProviderRefusal? DoubtOf(TransportAnswer answer) =>
        RefusalText.OfHeader(answer) is { } text
        && RefusalTable.Of(text.Text) is { Outcome: PaymentOutcome.Unknown } meaning
            ? ProviderRefusal.Doubtful(meaning.Reason, text.Text)
            : null;

    // The API refuses a key without an HTML page: a page comes from an intermediary, which may have forwarded the request.
    private static ProviderRefusal? Credentials(TransportAnswer answer) =>
        answer.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..]
            ? null
            : ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, RefusalText.OfHeader(answer)?.Text);

    private static bool IsNotFound(TransportAnswer answer) =>
        RefusalText
            .OfHeader(answer)
            ?.Text.Contains(RefusalTable.TransactionNotFound, StringComparison.OrdinalIgnoreCase) == true;

    private static bool TellsOfTransaction(TransportAnswer answer) =>
        JsonFields.Read(answer, ignoreCase: true) is { } fields
        && (
            fields.DecidingFlag("Success") == true || TransactionReader.IdOf(fields) != 0 || fields.Problem is not null
        );

    private static string? Named(long id) => id > 0 ? id.ToString(CultureInfo.InvariantCulture) : null;
}
