namespace Fabrikam.Payments.Tests;

/// <summary>
/// Runs payments at Contoso's own test environment, with the settings in <c>PAYMENTS_LIVE_CONTOSO_…</c>; skipped if there are none.
/// </summary>
public sealed class LiveTests : LiveSuite<ContosoProvider>
{
    /// <summary>HOLE: a token that the test environment approves.</summary>
    protected override SaleRequest NewSale()
    {
        var id = Guid.NewGuid().ToString("N");
        return new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey($"live-{id}"),
            OrderReference = new OrderReference($"live-{id}"),
            Amount = Money.Usd(1.05m),
            PaymentMethod = PaymentMethod.Token("tok_approved"),
        };
    }
}
