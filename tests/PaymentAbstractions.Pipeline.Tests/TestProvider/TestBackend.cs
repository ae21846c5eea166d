using System.Collections.Concurrent;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The behavior of a test's adapters, and the requests that they received.</summary>
public sealed class TestBackend
{
    private readonly ConcurrentQueue<TestAdapter> _adapters = new();
    private readonly ConcurrentQueue<(string Gateway, RunningAttempt Call)> _executed = new();

    private readonly ConcurrentQueue<(string Gateway, FindRequest Request)> _found = new();

    public static GatewayCapabilities Everything { get; } =
        new Testing.FakePaymentGateway().Capabilities with
        {
            Provider = "Test",
        };

    public GatewayCapabilities Capabilities { get; set; } = Everything;

    /// <summary>The guards of every attempt.</summary>
    public AttemptGuards Guards { get; set; } = AttemptGuards.None;

    /// <summary>The catalog of payment methods; null for an adapter without one.</summary>
    public IPaymentMethodCatalog? Catalog { get; set; }

    /// <summary>The search for transactions; null for an adapter without one.</summary>
    public ITransactionSearch? Search { get; set; }

    /// <summary>The payout requests; null for an adapter without them.</summary>
    public IPayouts? Payouts { get; set; }

    public TimeSpan MayChangeFor { get; set; }

    public Func<TestAdapter, RunningAttempt, Task<PaymentResult>> OnExecute { get; set; } =
        (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(adapter.Approve(call.Request));
        };

    /// <summary>Returns the result of a look-up.</summary>
    public Func<TestAdapter, FindRequest, FindResult> OnFind { get; set; } =
        (adapter, _) => FindResult.NotSeen($"Looked in {adapter.Context.Name}.");

    public IReadOnlyList<(string Gateway, FindRequest Request)> Found => [.. _found];

    /// <summary>The number of writes that have started.</summary>
    public int Sent => _executed.Count(executed => executed.Call.SendHasBegun);

    public IReadOnlyList<TestAdapter> Adapters => [.. _adapters];

    public IReadOnlyList<(string Gateway, RunningAttempt Call)> Executed => [.. _executed];

    /// <summary>Called for every adapter that is created; may throw.</summary>
    public Action<TestAdapter>? OnCreate { get; set; }

    public TestAdapter Add(TestAdapter adapter)
    {
        OnCreate?.Invoke(adapter);
        _adapters.Enqueue(adapter);
        return adapter;
    }

    public TestAdapter Newest(string gateway) => Adapters.Last(adapter => adapter.Context.Name == gateway);

    public Task<PaymentResult> ExecuteAsync(TestAdapter adapter, RunningAttempt call)
    {
        _executed.Enqueue((adapter.Context.Name, call));
        return OnExecute(adapter, call);
    }

    public Task<FindResult> FindAsync(TestAdapter adapter, FindRequest request)
    {
        _found.Enqueue((adapter.Context.Name, request));
        return Task.FromResult(OnFind(adapter, request));
    }
}
