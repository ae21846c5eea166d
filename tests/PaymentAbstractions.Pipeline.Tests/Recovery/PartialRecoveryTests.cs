using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A partial approval is found with the approved amount, whatever amount was requested.</summary>
public sealed class PartialRecoveryTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Authorize)]
    [InlineData(PaymentOperation.Credit)]
    public async Task A_part_that_is_found_is_recorded_with_its_amount(PaymentOperation operation)
    {
        var part = Money.Usd(1m);
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await AskAsync(operation);
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                adapter.Shown(request, PaymentOutcome.PartiallyApproved) with
                {
                    ProcessedAmount = part,
                    AuthorizedAmount = operation == PaymentOperation.Authorize ? part : null,
                    CapturedAmount = operation == PaymentOperation.Sale ? part : null,
                }
            );

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        var result = _payments.Entry.Outcome!.Result;
        Assert.Equal((PaymentOutcome.PartiallyApproved, part), (result.Outcome, result.ApprovedAmount));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private Task<PaymentResult> AskAsync(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Sale => _payments.Default.SaleAsync(PaymentRequests.Sale(), Token),
            PaymentOperation.Authorize => _payments.Default.AuthorizeAsync(PaymentRequests.Authorize(), Token),
            _ => _payments.Default.CreditAsync(PaymentRequests.Credit(), Token),
        };
}
