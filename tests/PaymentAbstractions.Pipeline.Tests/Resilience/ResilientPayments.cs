using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>An application that retries, with its own journal.</summary>
internal sealed class ResilientPayments : IAsyncDisposable
{
    public ResilientPayments(string configuration, GatewayCapabilities capabilities)
    {
        Journal = new MemoryJournal(Clock);
        Current = new TestPayments(
            configuration,
            builder => builder.UseJournal((_, _) => Task.FromResult<IPaymentJournal>(Journal)),
            backend => backend.Capabilities = capabilities,
            Clock
        );
        _ = Current.Gateways;
    }

    public ManualTimeProvider Clock { get; } = new();

    public MemoryJournal Journal { get; }

    public TestPayments Current { get; }

    public TestBackend Backend => Current.Backend;

    public IPaymentGateway Default => Current.Default;

    public JournalEntry Entry => Assert.Single(Journal.Entries);

    public async Task<PaymentResult> SendAsync(PaymentOperation operation, string key = "key")
    {
        var token = TestContext.Current.CancellationToken;
        var original = Backend.Newest("cards").Reference("original");
        Assert.True(Default.TryGet<IPaymentMethodSetup>(out var setup));
        return operation switch
        {
            PaymentOperation.Sale => await Default.SaleAsync(
                PaymentRequests.Sale(key: key) with
                {
                    OrderReference = new OrderReference(key),
                },
                token
            ),
            PaymentOperation.Authorize => await Default.AuthorizeAsync(PaymentRequests.Authorize(key: key), token),
            PaymentOperation.Capture => await Default.CaptureAsync(PaymentRequests.Capture(original, key: key), token),
            PaymentOperation.Void => await Default.VoidAsync(PaymentRequests.Void(original, key), token),
            PaymentOperation.Refund => await Default.RefundAsync(PaymentRequests.Refund(original, key: key), token),
            PaymentOperation.Credit => await Default.CreditAsync(PaymentRequests.Credit(key: key), token),
            _ => await setup.SetupAsync(PaymentRequests.Setup(key: key), token),
        };
    }

    public ValueTask DisposeAsync() => Current.DisposeAsync();
}
