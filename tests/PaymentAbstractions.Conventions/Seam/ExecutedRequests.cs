using System.Collections.Concurrent;

namespace PaymentAbstractions.Conventions;

/// <summary>The requests that reached an adapter, in order.</summary>
internal sealed class ExecutedRequests
{
    public ConcurrentQueue<PaymentRequest> Requests { get; } = new();
}
