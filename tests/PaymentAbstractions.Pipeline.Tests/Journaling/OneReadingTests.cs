using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>
/// Results, repeats, logs, counters and resolutions interpret a code in the same way: by the configured table and the kind of payment.
/// </summary>
public sealed class OneReadingTests : IAsyncDisposable
{
    private readonly HeardResolutions _heard = new();
    private readonly JournaledPayments _payments;
    private readonly string _gateway = "one_" + Guid.NewGuid().ToString("N")[..8];

    public OneReadingTests() =>
        _payments = new JournaledPayments(
            $$"""
            {
              "ResponseCodes": { "Visa": { "51": { "Advice": "CallIssuer", "Category": "{{Category}}" } } },
              "Gateways": { "{{_gateway}}": { "Provider": "Test", "Environment": "Live", "Account": "a" } }
            }
            """,
            services => services.AddSingleton<IPaymentResolutionHandler>(_heard)
        );

    private static ResponseCategory Category => ResponseCategory.ExceedsAmountLimit;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Result_repeat_log_and_counter_have_category_and_advice_of_the_configured_table()
    {
        var counted = new List<string>();
        using var listener = Listen(counted);
        _payments.Backend.OnExecute = (_, call) =>
            Task.FromResult(PaymentResults.Declined(call.Request, ResponseCode.FromProvider("51", CardBrand.Visa)));

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var repeat = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((Category, ResponseAdvice.CallIssuer), (result.Code!.Value.Category, result.Code.Value.Advice));
        Assert.Equal((Category, ResponseAdvice.CallIssuer), (repeat.Code!.Value.Category, repeat.Code.Value.Advice));
        Assert.Equal([$"Sale 51 {Category} CallIssuer"], counted);
        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Information),
            message => message.EndsWith($"code 51: {Category}, CallIssuer.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("51", false, ResponseAdvice.CallIssuer)]
    [InlineData("1A", false, ResponseAdvice.AuthenticateCustomer)]
    [InlineData("1A", true, ResponseAdvice.BringCustomerBack)]
    public async Task A_code_that_recovery_finds_is_interpreted_like_that_of_a_live_answer(
        string code,
        bool isMerchantInitiated,
        ResponseAdvice advice
    )
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new InvalidOperationException("Nobody knows.");
        };
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                adapter.Shown(request) with
                {
                    Outcome = PaymentOutcome.Declined,
                    Code = ResponseCode.FromProvider(code, CardBrand.Visa),
                }
            );
        var request = PaymentRequests.Sale() with
        {
            StoredCredentialUse = isMerchantInitiated ? StoredCredentialUse.MerchantRecurring : default,
        };
        await _payments.Default.SaleAsync(request, Token);
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        var told = Assert.Single(_heard.All).Result;
        var repeat = await _payments.Default.SaleAsync(request, Token);

        Assert.Equal((PaymentOutcome.Declined, advice), (told.Outcome, told.Code!.Value.Advice));
        Assert.Equal(told, repeat);
        Assert.Equal(isMerchantInitiated, told.RetriesLeft is null);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private MeterListener Listen(List<string> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "PaymentAbstractions", Name: "payments.declines" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value as string);
                if (all["payment.gateway"] == _gateway)
                {
                    counted.Add(
                        $"{all["payment.operation"]} {all["payment.code"]} {all["payment.code.category"]} {all["payment.code.advice"]}"
                    );
                }
            }
        );
        listener.Start();
        return listener;
    }
}
