using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Testing;

/// <summary>The provider of a fake gateway: it answers as scripted by the test, and otherwise according to its books.</summary>
internal sealed class FakeAdapter(FakePaymentGateway gateway) : PaymentAdapter
{
    public FakeScript Script { get; } = new();

    public FakeBooks Books => Payouts.Books;

    public FakeVault Vault { get; } = new(() => gateway.TimeProvider);

    public FakePayouts Payouts { get; } = new(() => gateway.TimeProvider);

    public override GatewayCapabilities Capabilities => gateway.Capabilities;

    public override AccountFingerprint Account { get; } = FakePaymentGateway.AccountOf(gateway.Name);

    public override TimeSpan LongestExchange => TimeSpan.Zero;

    private DateTimeOffset Now => gateway.TimeProvider.GetUtcNow();

    public override void Validate(PaymentRequest request, ProblemList problems) =>
        FakeCommercialData.Check(request, Capabilities.HighestDataLevel, problems);

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        request.Original is { } transaction
            ? new AttemptGuards
            {
                Guards = [new PaymentGuard { Name = $"transaction:{transaction.TransactionId}" }],
                ReadsFirst = true,
            }
        : request is CreditRequest { PayoutId: { } payout }
            ? new AttemptGuards { Guards = [new PaymentGuard { Name = $"payout:{payout}" }] }
        : AttemptGuards.None;

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(ICustomerVault) && Capabilities.Vault is not null ? Vault
        : serviceType == typeof(IPaymentMethodCatalog) ? new FakeCatalog(gateway)
        : serviceType == typeof(ITransactionSearch) ? Books
        : serviceType == typeof(IPayouts) ? Payouts
        : null;

    public override bool OpensFormFor(CustomerChoicePaymentMethod choice) => choice.Methods.Count == 0;

    public override Task<PaymentResult> OpenFormAsync(
        ChargeRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            Own(
                PaymentResults.Of(request, PaymentOutcome.Pending) with
                {
                    Reason = PaymentReason.WaitingForCustomer,
                    NextAction = FakePaymentGateway.Form,
                }
            )
        );

    public override Task<VaultResult> OpenFormAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new VaultResult { Outcome = PaymentOutcome.Pending, NextAction = FakePaymentGateway.Form });

    public override PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) =>
        returnedFields.TryGetValue(FakePaymentGateway.TokenField, out var token) && token.Length > 0
            ? new PaymentToken(token)
            : null;

    public override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        var request = attempt.Request;
        var original = Books.Find(request.Original);
        if (attempt.MustAmend && await attempt.AmendAsync(Read(request, original)).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var answer = Script.Answer(request) ?? Answer(request);
        if (answer.Result.Outcome == PaymentOutcome.NotSent)
        {
            attempt.TryGiveUp();
        }
        else if (!attempt.TryBeginSend())
        {
            return Own(PaymentResults.NotSent(request));
        }
        else if (answer.Entered is { } entered)
        {
            Books.Enter(request, Own(entered), Now);
        }

        return Own(answer.Result);
    }

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(Script.AnswerFind() ?? Books.Find(request));

    /// <summary>Simulates a lost answer; the books contain what the provider did.</summary>
    public FakeAnswer Lose(PaymentRequest request, bool moneyMoved)
    {
        var answer = Answer(request);
        var unknown = PaymentResults.Unknown(request);
        return new FakeAnswer(
            FakeCommercialData.Describe(request, unknown, Capabilities.HighestDataLevel),
            moneyMoved && answer.Result.MoneyMayHaveMoved ? answer.Entered : null
        );
    }

    /// <summary>Completes a pending transaction.</summary>
    public void Finish(TransactionReference transaction, PaymentOutcome outcome)
    {
        var request = Books.Pending(transaction);
        var result =
            outcome == PaymentOutcome.Approved
                ? Approve(request, Books.Find(request.Original))
                : PaymentResults.Declined(request);
        Books.Enter(request, result with { Transaction = transaction }, Now);
    }

    // The default answer when the test has not scripted one. A known key gets the same answer, as at a provider that honors keys.
    private FakeAnswer Answer(PaymentRequest request)
    {
        if (Books.Find(request.IdempotencyKey) is { } before)
        {
            return FakeAnswer.Of(before.Result);
        }

        if (Vault.IsRemoved(request))
        {
            return FakeAnswer.Of(
                PaymentResults.Of(request, PaymentOutcome.Rejected) with
                {
                    Reason = PaymentReason.NotFound,
                    Message = "The payment method was removed from the vault.",
                }
            );
        }

        var original = Books.Find(request.Original);
        return FakeAnswer.Of(
            (FakeRefusals.Find(request, original, Capabilities, Now) ?? Payouts.Refuse(request))
                is var (reason, message)
                ? PaymentResults.Of(request, PaymentOutcome.Rejected) with
                {
                    Reason = reason,
                    Message = message,
                }
                : Approve(request, original)
        );
    }

    private PaymentResult Approve(PaymentRequest request, TransactionState? original) =>
        FakeCommercialData.Describe(
            request,
            request is VoidRequest voiding
                ? PaymentResults.Voided(voiding, FakeRefusals.Left(original!)) with
                {
                    PerformedAs = original!.SettledAt is null ? PaymentOperation.Void : PaymentOperation.Refund,
                }
                : PaymentResults.Approved(request),
            Capabilities.HighestDataLevel
        );

    // A transaction that is not in the books is refused below; a script may answer for it, using the data of the journal.
    private AttemptReading Read(PaymentRequest request, TransactionState? original) =>
        original is null
            ? new AttemptReading()
            : new AttemptReading
            {
                Authorized = original.AuthorizedAmount,
                Captured = original.Type is PaymentOperation.Sale or PaymentOperation.Capture
                    ? original.ProcessedAmount
                    : null,
                ShowsMovements = true,
                Movements = Books.MovementsOf(original.Transaction),
                VoidAsRefund =
                    request is VoidRequest { IfSettled: IfSettled.Refund } && original.SettledAt is not null
                        ? FakeRefusals.Left(original)
                        : null,
            };

    // An adapter reports results under its own gateway name.
    private PaymentResult Own(PaymentResult result) =>
        result with
        {
            Gateway = gateway.Name,
            Transaction = result.Transaction is { } transaction
                ? new TransactionReference(gateway.Name, Account, transaction.TransactionId)
                : null,
        };
}
