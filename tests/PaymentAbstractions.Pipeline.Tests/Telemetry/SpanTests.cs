using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class SpanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-spans-").FullName;
    private readonly CollectedTelemetry _telemetry = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_has_a_span_and_its_attempt_one_below_it()
    {
        await using var payments = Start();

        var result = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var payment = _telemetry.Span("payment Sale");
        var attempt = _telemetry.Span("attempt Sale");
        Assert.Equal(payment.SpanId, attempt.ParentSpanId);
        Assert.Equal(payment.TraceId, attempt.TraceId);
        Assert.All(
            [payment, attempt],
            span =>
            {
                Assert.Equal(ActivityStatusCode.Unset, span.Status);
                Assert.Equal(PaymentRequests.Sale().IdempotencyKey.ToString(), span.GetTagItem("payment.key"));
                Assert.Equal("Live", span.GetTagItem("payment.environment"));
                Assert.Equal("Sale", span.GetTagItem("payment.operation"));
                Assert.Equal("Approved", span.GetTagItem("payment.outcome"));
                Assert.Equal(result.Transaction!.ToString(), span.GetTagItem("payment.transaction"));
            }
        );
    }

    [Fact]
    public async Task The_adapters_activities_belong_to_the_attempt()
    {
        await using var payments = Start();
        Activity? current = null;
        payments.Backend.OnExecute = (adapter, call) =>
        {
            current = Activity.Current;
            return RepeatTests.Send(call, adapter.Approve(call.Request));
        };

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(_telemetry.Span("attempt Sale").SpanId, current?.SpanId);
    }

    [Fact]
    public async Task A_decline_is_no_error_and_an_unknown_outcome_is_one()
    {
        await using var payments = Start();
        payments.Backend.OnExecute = (_, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Declined(call.Request, ResponseCode.FromProvider("51", CardBrand.Visa)) with
                {
                    Gateway = _telemetry.Gateway,
                }
            );
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, Unknown(call.Request));
        await payments.Default.CreditAsync(PaymentRequests.Credit(key: "credit"), Token);

        Assert.Equal(ActivityStatusCode.Unset, _telemetry.Span("payment Sale").Status);
        Assert.Equal("51", _telemetry.Span("attempt Sale").GetTagItem("payment.code"));
        Assert.Equal(ActivityStatusCode.Error, _telemetry.Span("payment Credit").Status);
        Assert.Equal(ActivityStatusCode.Error, _telemetry.Span("attempt Credit").Status);
    }

    [Fact]
    public async Task A_repeat_that_the_journal_answers_makes_no_attempt()
    {
        await using var payments = Start();

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(2, _telemetry.Spans.Count(span => span.OperationName == "payment Sale"));
        Assert.Single(_telemetry.Spans, span => span.OperationName == "attempt Sale");
    }

    [Fact]
    public async Task A_request_that_is_wrong_ends_its_span_with_the_type_of_the_exception()
    {
        await using var payments = Start();

        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.SaleAsync(PaymentRequests.Sale(Money.Usd(-1m)), Token)
        );

        var span = _telemetry.Span("payment Sale");
        Assert.Equal(typeof(PaymentRequestException).FullName, span.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task A_look_up_in_another_process_links_to_the_attempt()
    {
        await LeaveInDoubtAsync();
        await using var payments = Start();
        payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        await payments.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);

        var attempt = _telemetry.Span("attempt Sale");
        var lookup = _telemetry.Span("lookup Sale");
        Assert.Equal(attempt.SpanId, Assert.Single(lookup.Links).Context.SpanId);
        Assert.Equal(attempt.TraceId, Assert.Single(lookup.Links).Context.TraceId);
        Assert.NotEqual(attempt.TraceId, lookup.TraceId);
        Assert.Equal("Found", lookup.GetTagItem("payment.lookup.status"));
        Assert.Equal(ActivityStatusCode.Unset, lookup.Status);
    }

    [Fact]
    public async Task A_look_up_that_fails_is_an_error()
    {
        await LeaveInDoubtAsync();
        await using var payments = Start();
        payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("The connection was reset.");

        await payments.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);

        Assert.Equal(ActivityStatusCode.Error, _telemetry.Span("lookup Sale").Status);
    }

    [Fact]
    public async Task A_persons_decision_links_to_the_attempt()
    {
        await LeaveInDoubtAsync();
        await using var payments = Start();
        var key = PaymentRequests.Sale().IdempotencyKey;

        await payments
            .Services.GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                key,
                PaymentOutcome.NotSent,
                null,
                "ada",
                "The provider has nothing.",
                cancellationToken: Token
            );

        var resolution = _telemetry.Span("resolution Sale");
        Assert.Equal(_telemetry.Span("attempt Sale").SpanId, Assert.Single(resolution.Links).Context.SpanId);
        Assert.Equal("NotSent", resolution.GetTagItem("payment.outcome"));
    }

    [Fact]
    public async Task A_look_up_of_a_caller_links_to_the_attempt_that_made_the_transaction()
    {
        await using var payments = Start();
        var sold = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                new TransactionState
                {
                    Transaction = sold.Transaction!,
                    Type = PaymentOperation.Sale,
                    Outcome = PaymentOutcome.Approved,
                    RequestedAmount = sold.ApprovedAmount,
                    ProcessedAmount = sold.ApprovedAmount,
                }
            );

        await payments.Default.FindAsync(FindRequest.For(sold.Transaction!), Token);

        Assert.Equal(
            _telemetry.Span("attempt Sale").SpanId,
            Assert.Single(_telemetry.Span("lookup").Links).Context.SpanId
        );
    }

    [Fact]
    public async Task No_span_holds_a_card_an_address_or_a_name()
    {
        await using var payments = Start();
        var request = PaymentRequests.Sale() with
        {
            PaymentMethod = new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
                SecurityCode = new SecurityCode("737"),
            },
            BillingAddress = new Address
            {
                FirstName = "Lovelace",
                Line1 = "Baker Street",
                PostalCode = "NW16XE",
                Country = "GB",
            },
        };

        await payments.Default.SaleAsync(request, Token);

        var texts = _telemetry.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}")).ToList();
        Assert.NotEmpty(texts);
        Assert.All(
            ["4111", "1111", "737", "Lovelace", "Baker", "NW16XE"],
            secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.Ordinal))
        );
    }

    public void Dispose()
    {
        _telemetry.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private PaymentResult Unknown(PaymentRequest request) =>
        PaymentResults.Unknown(request) with
        {
            Gateway = _telemetry.Gateway,
        };

    private async Task LeaveInDoubtAsync()
    {
        await using var payments = Start();
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _clock.Advance(JournaledPayments.LongAfter);
    }

    private TestPayments Start()
    {
        var path = Path.Combine(_folder, "payments.db");
        var payments = new TestPayments(
            $$"""
            {
              "Journal": { "Kind": "Sqlite", "Path": "{{path}}" },
              "Gateways": { "{{_telemetry.Gateway}}": { "Provider": "Test", "Environment": "Live", "Account": "a" } }
            }
            """,
            clock: _clock
        );
        _ = payments.Gateways;
        return payments;
    }
}
