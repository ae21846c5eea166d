using System.Text.Json;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class RedactionSuite<THarness>
{
    /// <summary>If the provider repeats the request in its approval, the secrets in it are masked.</summary>
    [Fact]
    public Task A_request_that_an_approval_repeats_is_masked() =>
        HoldsAsync(
            "If the provider repeats the request in its approval, the secrets in it are masked.",
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

    /// <summary>If the provider repeats the request in its decline, the secrets in it are masked.</summary>
    [Fact]
    public Task A_request_that_a_decline_repeats_is_masked() =>
        HoldsAsync(
            "If the provider repeats the request in its decline, the secrets in it are masked.",
            "secrets",
            async () =>
            {
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    await AssertMasked(Harness.Declining(await Harness.NewSaleAsync(kind)), isAnswered: true);
                }
            }
        );

    /// <summary>
    /// If the provider repeats the request, including the API key, when it refuses the key, the secrets in it are masked.
    /// </summary>
    [Fact]
    public Task A_request_that_an_error_repeats_is_masked() =>
        HoldsAsync(
            "If the provider repeats the request, including the API key, when it refuses the key, the secrets in it are masked.",
            "secrets",
            async () => await AssertMasked(await Harness.NewSaleAsync(), isAnswered: true, Harness.WrongCredentials)
        );

    private async Task AssertMasked(PaymentRequest request, bool isAnswered, IPaymentGateway? gateway = null)
    {
        Inject(ConformanceFault.RequestRepeated, nameof(Faults_show_no_secret));

        var result = await SendAsync(request, gateway);

        Harness.ClearFaults();
        AssertClean(result);
        AssertShowsNoSecret(JsonSerializer.Serialize(result, ConformanceJsonContext.Default.PaymentResult));
        AssertNothingEmitted();
        AssertShowsNoSecret(ReadJournal());
        if (isAnswered)
        {
            var write = Harness.Traffic.Last(one => one.MovesMoney);
            Assert.True(
                result.Answer?.ReadBody().Contains(write.Method + " ", StringComparison.Ordinal) == true,
                $"The kept answer does not show that the provider repeated the request: {result}"
            );
        }
    }
}
