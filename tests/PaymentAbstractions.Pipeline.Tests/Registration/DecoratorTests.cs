namespace PaymentAbstractions.Pipeline.Tests;

public sealed class DecoratorTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task Decorators_wrap_every_gateway_and_the_first_added_is_the_outermost()
    {
        await using var payments = new TestPayments(configure: builder =>
            builder
                .Use((_, inner) => new Recording(inner, "outer", _order))
                .Use((_, inner) => new Recording(inner, "inner", _order))
        );

        await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), TestContext.Current.CancellationToken);
        await payments
            .Gateways.Get("cards_us")
            .SaleAsync(Testing.PaymentRequests.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(["outer cards_eu", "inner cards_eu", "outer cards_us", "inner cards_us"], _order);
    }

    [Fact]
    public async Task A_decorator_sees_requests_before_they_are_checked()
    {
        await using var payments = new TestPayments(configure: builder =>
            builder.Use((_, inner) => new Recording(inner, "seen", _order))
        );

        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.SaleAsync(
                Testing.PaymentRequests.Sale() with
                {
                    Amount = default,
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Single(_order);
    }

    [Fact]
    public async Task A_decorator_that_shows_another_name_does_not_change_the_lookup()
    {
        await using var payments = new TestPayments(configure: builder =>
            builder.Use((_, inner) => new Renaming(inner))
        );

        var gateway = payments.Gateways.Get("cards_us");
        var result = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal("cards_us", gateway.Name);
        Assert.Equal("cards_us", result.Gateway);
    }

    [Fact]
    public async Task A_decorator_may_take_services_of_the_application()
    {
        TimeProvider? seen = null;
        await using var payments = new TestPayments(configure: builder =>
            builder.Use(
                (services, inner) =>
                {
                    seen = (TimeProvider?)services.GetService(typeof(TimeProvider));
                    return inner;
                }
            )
        );

        _ = payments.Gateways;

        Assert.Same(payments.Clock, seen);
    }

    private sealed class Recording(IPaymentGateway inner, string name, List<string> order)
        : DelegatingPaymentGateway(inner)
    {
        public override Task<PaymentResult> SaleAsync(
            SaleRequest request,
            CancellationToken cancellationToken = default
        )
        {
            order.Add($"{name} {Name}");
            return base.SaleAsync(request, cancellationToken);
        }
    }

    private sealed class Renaming(IPaymentGateway inner) : DelegatingPaymentGateway(inner)
    {
        public override string Name => "another_name";
    }
}
