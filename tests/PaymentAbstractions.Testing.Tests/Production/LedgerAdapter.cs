using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Testing.Tests.Production;

/// <summary>An adapter with a simple provider: it approves every request whose original it finds, and can lose an answer.</summary>
internal sealed class LedgerAdapter(GatewayCapabilities capabilities, TimeProvider clock) : PaymentAdapter
{
    private readonly List<(PaymentRequest Request, string Id, Money? Amount)> _ledger = [];
    private readonly DateTimeOffset _opened = clock.GetUtcNow();
    private bool? _isNextLost;

    public static TimeSpan AuthorizationLife { get; } = TimeSpan.FromHours(6);

    public override GatewayCapabilities Capabilities => capabilities;

    public override AccountFingerprint Account { get; } = FakePaymentGateway.AccountOf(FakePaymentGateway.DefaultName);

    public void LoseNextAnswer(bool moneyMoved) => _isNextLost = moneyMoved;

    public override void Validate(PaymentRequest request, ProblemList problems) { }

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        request.Original is null
            ? AttemptGuards.None
            : new AttemptGuards { Guards = [new PaymentGuard { Name = "original" }], ReadsFirst = true };

    public override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        var request = attempt.Request;
        if (request.Original is { } reference)
        {
            if (Refuse(request, reference) is { } reason)
            {
                attempt.TryGiveUp();
                return new PaymentResult
                {
                    Outcome = PaymentOutcome.Rejected,
                    Reason = reason,
                    Operation = request.Operation,
                    Gateway = FakePaymentGateway.DefaultName,
                    IdempotencyKey = request.IdempotencyKey,
                    RequestedAmount = request.Amount,
                };
            }

            if (await attempt.AmendAsync(Read(reference)) is { } refused)
            {
                return refused;
            }
        }

        Assert.True(attempt.TryBeginSend());
        var isLost = _isNextLost;
        _isNextLost = null;
        var amount = request.Amount ?? _ledger.Find(one => one.Id == request.Original!.TransactionId).Amount;
        if (isLost != false)
        {
            _ledger.Add((request, $"txn-{request.IdempotencyKey}", amount));
        }

        return isLost is null ? Approve(request, amount) : PaymentResults.Unknown(request);
    }

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default)
    {
        var found = _ledger.FindIndex(one => one.Request.IdempotencyKey == request.Attempt!.IdempotencyKey);
        if (found < 0)
        {
            return Task.FromResult(FindResult.ProvenAbsent("The ledger is complete."));
        }

        var (asked, _, amount) = _ledger[found];
        var isTaken = asked.Operation is PaymentOperation.Sale or PaymentOperation.Capture;
        return Task.FromResult(
            FindResult.Found(
                new TransactionState
                {
                    Transaction = Reference(asked),
                    Type = asked.Operation,
                    Outcome = PaymentOutcome.Approved,
                    RequestedAmount = amount,
                    CapturedAmount = isTaken ? amount : null,
                    AuthorizedAmount = asked.Operation == PaymentOperation.Authorize ? amount : null,
                    RefundedAmount = asked.Operation == PaymentOperation.Refund ? amount : null,
                }
            )
        );
    }

    private PaymentReason? Refuse(PaymentRequest request, TransactionReference original)
    {
        var found = _ledger.FindIndex(one => one.Id == original.TransactionId);
        if (found < 0)
        {
            return PaymentReason.NotFound;
        }

        var isLate = clock.GetUtcNow() > _opened + AuthorizationLife;
        return request is CaptureRequest && isLate ? PaymentReason.AuthorizationExpired : null;
    }

    private AttemptReading Read(TransactionReference original)
    {
        var (asked, _, amount) = _ledger.Find(one => one.Id == original.TransactionId);
        var isHeld = asked.Operation == PaymentOperation.Authorize;
        return new AttemptReading
        {
            Authorized = isHeld ? amount : null,
            Captured = isHeld ? null : amount,
            ShowsMovements = true,
            Movements =
            [
                .. _ledger
                    .Where(one => one.Request.Original == original && one.Request is RefundRequest or VoidRequest)
                    .Select(one => new ShownMovement
                    {
                        TransactionId = one.Id,
                        Operation = one.Request.Operation,
                        Amount = one.Amount!.Value,
                        MadeBy = one.Request.IdempotencyKey,
                    }),
            ],
        };
    }

    private PaymentResult Approve(PaymentRequest request, Money? amount) =>
        new()
        {
            Outcome = PaymentOutcome.Approved,
            Operation = request.Operation,
            Gateway = FakePaymentGateway.DefaultName,
            Transaction = Reference(request),
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = request.Amount,
            ApprovedAmount = amount,
            ProcessedAmount = amount,
            PerformedAs = request is VoidRequest ? PaymentOperation.Void : null,
            AuthorizationExpiresAt = request is AuthorizeRequest ? clock.GetUtcNow() + AuthorizationLife : null,
        };

    private TransactionReference Reference(PaymentRequest request) =>
        new(FakePaymentGateway.DefaultName, Account, $"txn-{request.IdempotencyKey}");
}
