using System.Text.Json;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class RedactionSuite<THarness>
{
    /// <summary>A provider that repeats the request in its approval.</summary>
    [Fact]
    public Task A_request_that_an_approval_repeats_is_masked() =>
        HoldsAsync(
            "A provider that repeats the request in its approval.",
            "secrets",
            async () =>
            {
                Assert.NotEmpty(Capabilities.PaymentMethods);
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    await AssertMasked(await Harness.NewSaleAsync(kind), isAnswered: true);
                }

                foreach (var operation in Operations.Where(Capabilities.Supports))
                {
                    await AssertMasked(await PrepareAsync(operation), isAnswered: operation == PaymentOperation.Sale);
                }
            }
        );

    /// <summary>A provider that repeats the request in its decline.</summary>
    [Fact]
    public Task A_request_that_a_decline_repeats_is_masked() =>
        HoldsAsync(
            "A provider that repeats the request in its decline.",
            "secrets",
            async () =>
            {
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    await AssertMasked(Harness.Declining(await Harness.NewSaleAsync(kind)), isAnswered: true);
                }
            }
        );

    /// <summary>A provider that repeats the request, key included, in its refusal of the key.</summary>
    [Fact]
    public Task A_request_that_an_error_repeats_is_masked() =>
        HoldsAsync(
            "A provider that repeats the request, key included, in its refusal of the key.",
            "secrets",
            async () => await AssertMasked(await Harness.NewSaleAsync(), isAnswered: true, Harness.WrongCredentials)
        );

    private async Task AssertMasked(PaymentRequest request, bool isAnswered, IPaymentGateway? gateway = null)
    {
        Inject(ConformanceFault.RequestRepeated, nameof(Faults_show_no_secret));

        var result = await SendAsync(request, gateway);

        Harness.ClearFaults();
        AssertClean(result);
        AssertClean(JsonSerializer.Serialize(result, ConformanceJsonContext.Default.PaymentResult));
        AssertNothingEmitted();
        AssertClean(ReadJournal());
        if (isAnswered)
        {
            var write = Harness.Traffic.Last(one => one.MovesMoney);
            Assert.True(
                result.Answer?.ReadBody().Contains(write.Method + " ", StringComparison.Ordinal) == true,
                $"The answer that is kept does not show that the provider repeated the request: {result}"
            );
        }
    }
}
