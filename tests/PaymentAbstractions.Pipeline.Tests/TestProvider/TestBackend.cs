using System.Collections.Concurrent;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>What the adapters of a test do, and what they were asked for.</summary>
public sealed class TestBackend
{
    private readonly ConcurrentQueue<TestAdapter> _adapters = new();
    private readonly ConcurrentQueue<(string Gateway, PaymentCall Call)> _executed = new();

    public static GatewayCapabilities Everything { get; } =
        new Testing.FakePaymentGateway().Capabilities with
        {
            Provider = "Test",
        };

    public GatewayCapabilities Capabilities { get; set; } = Everything;

    public Func<TestAdapter, PaymentCall, Task<PaymentResult>> OnExecute { get; set; } =
        (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(adapter.Approve(call.Request));
        };

    public IReadOnlyList<TestAdapter> Adapters => [.. _adapters];

    public IReadOnlyList<(string Gateway, PaymentCall Call)> Executed => [.. _executed];

    /// <summary>Called for every adapter that is made; may throw.</summary>
    public Action<TestAdapter>? OnCreate { get; set; }

    public TestAdapter Add(TestAdapter adapter)
    {
        OnCreate?.Invoke(adapter);
        _adapters.Enqueue(adapter);
        return adapter;
    }

    public TestAdapter Newest(string gateway) => Adapters.Last(adapter => adapter.Context.Name == gateway);

    public Task<PaymentResult> ExecuteAsync(TestAdapter adapter, PaymentCall call)
    {
        _executed.Enqueue((adapter.Context.Name, call));
        return OnExecute(adapter, call);
    }
}
