namespace PaymentAbstractions.Testing.Tests.Production;

/// <summary>A gateway in a scenario, and all its answers.</summary>
internal sealed class Shop(IPaymentGateway gateway, ManualTimeProvider clock, Action<bool> loseNextAnswer)
{
    private readonly List<string> _outcomes = [];
    private readonly List<string> _answers = [];

    public ManualTimeProvider Clock => clock;

    /// <summary>The outcome and reason of each answer, or the fields that a refusal names.</summary>
    public string Outcomes => string.Join("; ", _outcomes);

    /// <summary>The full answers, without the parts in which two gateways of one name must differ.</summary>
    public IReadOnlyList<string> Answers => _answers;

    /// <summary>Loses the provider's next answer.</summary>
    public void LoseNextAnswer(bool moneyMoved) => loseNextAnswer(moneyMoved);

    public Task<TransactionReference> SellAsync(decimal amount, string key = "sale", string order = "order-1") =>
        AskAsync(PaymentRequests.Sale(Money.Usd(amount), key, order));

    public Task<TransactionReference> HoldAsync(decimal amount, string key = "hold", string order = "order-1") =>
        AskAsync(PaymentRequests.Authorize(Money.Usd(amount), key, order));

    public Task<TransactionReference> CaptureAsync(TransactionReference held, decimal amount, string key) =>
        AskAsync(PaymentRequests.Capture(held, Money.Usd(amount), key));

    public Task<TransactionReference> RefundAsync(TransactionReference taken, decimal amount, string key) =>
        AskAsync(PaymentRequests.Refund(taken, Money.Usd(amount), key));

    public Task<TransactionReference> VoidAsync(TransactionReference transaction, string key) =>
        AskAsync(PaymentRequests.Void(transaction, key));

    public async Task<TransactionReference> AskAsync(PaymentRequest request)
    {
        try
        {
            var result = await SendAsync(request);
            _outcomes.Add(
                result.Reason == PaymentReason.None ? $"{result.Outcome}" : $"{result.Outcome} {result.Reason}"
            );
            _answers.Add(
                $"{result.Operation} {result.Outcome} {result.Reason} {result.PerformedAs} {result.IdempotencyKey} "
                    + $"{result.Gateway} {result.RequestedAmount} {result.ApprovedAmount} {result.ProcessedAmount} {result.RefundedAmount} "
                    + $"{result.IsRefundInDoubt} {result.NotRecorded} {result.Transaction is not null} {string.Join(' ', result.Problems)}"
            );
            return result.Transaction ?? PaymentRequests.Transaction();
        }
        catch (PaymentRequestException refusal)
        {
            _outcomes.Add($"refused {string.Join(' ', refusal.Problems.Select(problem => problem.Field))}");
            _answers.Add(refusal.Message);
            return PaymentRequests.Transaction();
        }
    }

    private Task<PaymentResult> SendAsync(PaymentRequest request) =>
        request switch
        {
            SaleRequest sale => gateway.SaleAsync(sale, TestContext.Current.CancellationToken),
            AuthorizeRequest hold => gateway.AuthorizeAsync(hold, TestContext.Current.CancellationToken),
            CaptureRequest capture => gateway.CaptureAsync(capture, TestContext.Current.CancellationToken),
            VoidRequest voiding => gateway.VoidAsync(voiding, TestContext.Current.CancellationToken),
            RefundRequest refund => gateway.RefundAsync(refund, TestContext.Current.CancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Operation, "is in no scenario."),
        };
}
