namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Values that only one provider has are masked, do not affect outcomes and contain no card data.</summary>
public sealed class ViewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_masked(bool withCard)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(201, Shown().With("view", $"987 {AdapterFixture.Secret} 4111111111111111"))
        );

        var result = await fixture.Gateway.SaleAsync(withCard ? Some.CardSale() : Some.Sale(), Token);

        var text = result.As<AcmePayment>()!.Text;
        Assert.DoesNotContain(AdapterFixture.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("4111111111111111", text, StringComparison.Ordinal);
        Assert.Equal(!withCard, text.StartsWith("987", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_cannot_be_read_changes_no_outcome(bool withCard)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Shown()));

        var result = await fixture.Gateway.SaleAsync(withCard ? Some.CardSale() : Some.Sale(), Token);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Throws<FormatException>(() => result.As<AcmePayment>());
    }

    [Fact]
    public async Task A_result_that_is_kept_does_not_keep_the_card()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Shown().With("view", "text")));

        var (result, code) = await SellAsync(fixture);
        for (var i = 0; i < 10 && code.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(code.IsAlive);
        Assert.Equal("text", result.As<AcmePayment>()!.Text);
    }

    private static async Task<(PaymentResult Result, WeakReference Code)> SellAsync(
        StubbedGateway<AcmeProvider> fixture
    )
    {
        var card = Some.Card with { SecurityCode = new SecurityCode(new string('9', 3)) };
        var result = await fixture.Gateway.SaleAsync(Some.CardSale() with { PaymentMethod = card }, Token);
        return (result, new WeakReference(card.SecurityCode.Reveal()));
    }

    private static System.Text.Json.Nodes.JsonObject Shown() => Txn.Sale().Without("customer");
}
