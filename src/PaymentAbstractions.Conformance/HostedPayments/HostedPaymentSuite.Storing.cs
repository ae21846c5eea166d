using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class HostedPaymentSuite<THarness>
{
    /// <summary>A payment method that the customer enters for storage is stored once, and can pay.</summary>
    [Fact]
    public Task What_the_customer_enters_is_stored_and_pays() =>
        HoldsAsync(
            "A payment method that the customer enters for storage is stored once, and can pay.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedStoring())
                {
                    return;
                }

                var request = await NewStoringAsync();
                var mark = Now();
                var started = await Hosted.StartAsync(request, Token);
                Assert.Equal((PaymentOutcome.Pending, true), (started.Outcome, started.NextAction is not null));
                var returned = await Harness.EnterPaymentMethodAsync(started.NextAction!);

                var stored = await Hosted.CompleteAsync(request, returned, Token);
                var again = await Hosted.CompleteAsync(request, returned, Token);

                Assert.True(stored is { Outcome: PaymentOutcome.Approved, Id: not null }, $"{stored}");
                Assert.True(again.Outcome != PaymentOutcome.Approved || again.Id == stored.Id, $"{again}");
                Assert.Empty(await Since(mark));
                var paid = await SendAsync(
                    await Harness.NewSaleAsync() with
                    {
                        Customer = new Customer { Id = request.CustomerId },
                        PaymentMethod = PaymentMethod.Stored(stored.Id),
                    }
                );
                Assert.True(paid.Outcome == PaymentOutcome.Approved, $"{paid}");
            }
        );

    /// <summary>Values that only the browser claims do not store anything.</summary>
    [Fact]
    public Task What_the_browser_claims_stores_nothing() =>
        HoldsAsync(
            "Values that only the browser claims do not store anything.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedStoring())
                {
                    return;
                }

                var request = await NewStoringAsync();
                var started = await Hosted.StartAsync(request, Token);
                var returned = await Harness.EnterPaymentMethodAsync(started.NextAction!);

                var missing = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                    Hosted.CompleteAsync(request, Nothing, Token)
                );
                Assert.Contains(missing.Problems, problem => problem.Field == "returnedFields");
                try
                {
                    var claimed = await Hosted.CompleteAsync(request, Claiming(returned), Token);
                    Assert.NotEqual(PaymentOutcome.Approved, claimed.Outcome);
                }
                catch (PaymentRequestException refused)
                {
                    Assert.NotEmpty(refused.Problems);
                }
            }
        );

    /// <summary>An invalid request reports every problem, and nothing is sent.</summary>
    [Fact]
    public Task What_cannot_be_started_names_every_problem() =>
        HoldsAsync(
            "An invalid request reports every problem, and nothing is sent.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var sale = await Harness.NewSaleAsync() with { ReturnUrl = null };
                var mark = Now();
                var start = await Assert.ThrowsAsync<PaymentRequestException>(() => Hosted.StartAsync(sale, Token));
                var complete = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                    Hosted.CompleteAsync(sale, Nothing, Token)
                );
                Assert.All(
                    [start, complete],
                    refusal =>
                        Assert.Equal(
                            $"{nameof(sale.ReturnUrl)}, {nameof(sale.PaymentMethod)}",
                            string.Join(", ", refusal.Problems.Select(problem => problem.Field))
                        )
                );
                AssertNothingSent(mark);
            }
        );

    private async Task<bool> IsRefusedAsUnsupportedEntry(PaymentOperation operation)
    {
        if (Capabilities.Hosted is null)
        {
            Assert.False(Gateway.TryGet<IHostedPayment>(out _));
            return true;
        }

        if (Capabilities.Hosted.Operations.Contains(operation))
        {
            return false;
        }

        var mark = Now();
        var request = await NewChargeAsync(operation);
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => Hosted.StartAsync(request, Token));
        Assert.Contains(refusal.Problems, problem => problem.Field == nameof(request.Operation));
        AssertNothingSent(mark);
        return true;
    }

    private async Task<bool> IsRefusedAsUnsupportedStoring()
    {
        if (Capabilities.Hosted is null)
        {
            Assert.False(Gateway.TryGet<IHostedPayment>(out _));
            return true;
        }

        if (Capabilities.Hosted.StoresPaymentMethods)
        {
            return false;
        }

        var request = await NewStoringAsync();
        var mark = Now();
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => Hosted.StartAsync(request, Token));
        Assert.Contains(refusal.Problems, problem => problem.Field == nameof(HostedCapabilities.StoresPaymentMethods));
        AssertNothingSent(mark);
        return true;
    }

    private async Task<ChargeRequest> NewChargeAsync(PaymentOperation operation) =>
        operation == PaymentOperation.Authorize
            ? await Harness.NewAuthorizationAsync() with
            {
                PaymentMethod = new CustomerChoicePaymentMethod(),
                ReturnUrl = ReturnUrl,
            }
            : await NewSaleAsync();

    private async Task<SaleRequest> NewSaleAsync(Money? amount = null) =>
        await Harness.NewSaleAsync(amount) with
        {
            PaymentMethod = new CustomerChoicePaymentMethod(),
            ReturnUrl = ReturnUrl,
        };

    private async Task<StorePaymentMethodRequest> NewStoringAsync() =>
        new()
        {
            CustomerId = (await Harness.NewSaleAsync(PaymentMethodKind.Stored)).Customer!.Id,
            PaymentMethod = new CustomerChoicePaymentMethod(),
            BillingAddress = new Address
            {
                FirstName = "Mary",
                LastName = "Somerville",
                Line1 = "1 High Street",
                City = "Springfield",
                Region = "IL",
                PostalCode = "62701",
                Country = "US",
            },
            ReturnUrl = ReturnUrl,
        };

    private async Task<PaymentResult> StartAsync(ChargeRequest request)
    {
        var mark = Now();
        var started = await Hosted.StartAsync(request, Token);
        Assert.True(
            started
                is { Outcome: PaymentOutcome.Pending, Reason: PaymentReason.WaitingForCustomer, NextAction: not null },
            $"{started}"
        );
        Assert.Equal((request.IdempotencyKey, request.Amount), (started.IdempotencyKey, started.RequestedAmount));
        Assert.Empty(await Since(mark));
        return started;
    }

    private async Task<IReadOnlyDictionary<string, string>> EnterAsync(ChargeRequest request) =>
        await Harness.EnterPaymentMethodAsync((await StartAsync(request)).NextAction!);

    private async Task<PaymentResult?> TryCompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returned
    )
    {
        try
        {
            return await Hosted.CompleteAsync(request, returned, Token);
        }
        catch (PaymentRequestException refused)
        {
            Assert.NotEmpty(refused.Problems);
            return null;
        }
    }

    // Has the same fields as the provider's, with invented values.
    private static Dictionary<string, string> Claiming(IReadOnlyDictionary<string, string> returned) =>
        returned.ToDictionary(
            field => field.Key,
            field => new string([.. field.Value.Reverse()]),
            StringComparer.Ordinal
        );
}
