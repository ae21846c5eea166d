using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>A few payments at the provider's real test environment. Skipped if no account is configured.</summary>
/// <typeparam name="TProvider">The provider.</typeparam>
/// <remarks>
/// <para>
/// The gateway's settings come from environment variables: <c>PAYMENTS_LIVE_ACME_APIKEY</c> is the option <c>ApiKey</c> of the provider
/// <c>Acme</c>; case does not matter. <c>Environment</c> is always <c>Sandbox</c>, so a provider with two addresses uses the one for tests.
/// </para>
/// <para>Never set them to an account that accepts real money.</para>
/// </remarks>
public abstract class LiveSuite<TProvider> : IAsyncLifetime
    where TProvider : PaymentProvider, new()
{
    private const string Gateway = "live";

    private ServiceProvider? _container;

    /// <summary>The prefix of the variables, for example <c>PAYMENTS_LIVE_ACME_</c>.</summary>
    protected static string Prefix { get; } = $"PAYMENTS_LIVE_{new TProvider().Name.ToUpperInvariant()}_";

    /// <summary>A small sale that the test environment approves, with a new key, order and customer.</summary>
    /// <returns>The request.</returns>
    protected abstract SaleRequest NewSale();

    /// <summary>A sale that the test environment declines.</summary>
    /// <returns>The request; null (the default) when the provider documents none.</returns>
    protected virtual SaleRequest? NewDeclinedSale() => null;

    /// <summary>A sale is approved, found by its reference and answered from the journal; afterwards it is voided or refunded.</summary>
    [Fact]
    public async Task A_sale_is_approved_found_and_given_back()
    {
        var gateway = GatewayOrSkip();
        var request = NewSale();

        var sold = await gateway.SaleAsync(request, Token);
        await AssertAndGiveBackAsync(
            gateway,
            request,
            sold,
            async () =>
            {
                var again = await gateway.SaleAsync(request, Token);
                var found = await gateway.FindAsync(FindRequest.For(sold.Transaction!), Token);

                Assert.Equal(sold.Transaction, again.Transaction);
                Assert.True(found.IsFound, $"{found}");
            }
        );
    }

    /// <summary>An attempt is found by its key, or nothing is claimed about it.</summary>
    [Fact]
    public async Task An_attempt_is_found_by_its_key_or_nothing_is_claimed()
    {
        var gateway = GatewayOrSkip();
        var request = NewSale();
        var startedAt = TimeProvider.System.GetUtcNow();

        var sold = await gateway.SaleAsync(request, Token);
        await AssertAndGiveBackAsync(
            gateway,
            request,
            sold,
            async () =>
            {
                var attempt = PaymentAttempt.Of(request, startedAt, gateway.Name);
                var found = await gateway.FindAsync(FindRequest.For(attempt), Token);

                Assert.True(found.State is null || found.State.Transaction == sold.Transaction, $"{found}");
                Assert.NotEqual(FindStatus.ProvenAbsent, found.Status);
            }
        );
    }

    /// <summary>A decline is a decline, with a code or the provider's own text.</summary>
    [Fact]
    public async Task A_decline_is_declined()
    {
        var gateway = GatewayOrSkip();
        var request = NewDeclinedSale();
        Assert.SkipWhen(request is null, $"{typeof(TProvider).Name} does not document a card that is declined.");

        var result = await gateway.SaleAsync(request, Token);

        Assert.Equal(PaymentOutcome.Declined, result.Outcome);
        Assert.True(result.Code is not null || result.Provider.Message is not null, $"{result}");
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync()
    {
        var settings = Environment
            .GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                name => name[Prefix.Length..],
                Environment.GetEnvironmentVariable,
                StringComparer.OrdinalIgnoreCase
            );
        if (settings.Count > 0)
        {
            settings["Provider"] = new TProvider().Name;
            settings["Environment"] = "Sandbox";
            _container = HarnessContainer.Build<TProvider>(
                new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal) { [Gateway] = settings },
                journalFolder: null,
                retriesLookups: false,
                TimeProvider.System,
                network: null,
                log: null
            );
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IPaymentGateway GatewayOrSkip()
    {
        Assert.SkipWhen(_container is null, $"No account at the test environment: no variable {Prefix}… is set.");
        return _container.GetRequiredService<IPaymentGateways>().Get(Gateway);
    }

    // Reports both failures: of the assertion, and of giving the money back at the provider.
    private static Task AssertAndGiveBackAsync(
        IPaymentGateway gateway,
        SaleRequest request,
        PaymentResult sold,
        Func<Task> holds
    ) =>
        Assert.MultipleAsync(
            async () =>
            {
                Assert.True(sold.IsApproved, $"{sold}");
                await holds();
            },
            async () =>
            {
                var returned = sold is { MoneyMayHaveMoved: true, Transaction: { } transaction }
                    ? await GiveBackAsync(gateway, request, transaction)
                    : null;
                Assert.True(
                    !sold.MoneyMayHaveMoved || returned?.IsApproved == true,
                    $"Void or refund {sold.Transaction?.ToString() ?? request.IdempotencyKey.Value} manually: {returned ?? sold}"
                );
            }
        );

    // An unsettled transaction can be voided; otherwise it can be refunded.
    private static async Task<PaymentResult> GiveBackAsync(
        IPaymentGateway gateway,
        SaleRequest request,
        TransactionReference transaction
    ) =>
        gateway.Capabilities.Supports(PaymentOperation.Void)
        && gateway.Capabilities.Voidable.Contains(PaymentOperation.Sale)
            ? await gateway.VoidAsync(
                new VoidRequest
                {
                    IdempotencyKey = new IdempotencyKey($"{request.IdempotencyKey.Value}-void"),
                    Transaction = transaction,
                },
                Token
            )
            : await gateway.RefundAsync(
                new RefundRequest
                {
                    IdempotencyKey = new IdempotencyKey($"{request.IdempotencyKey.Value}-refund"),
                    Transaction = transaction,
                    Amount = request.Amount,
                    RefundedElsewhere = new Money(0, request.Amount.Currency),
                },
                Token
            );
}
