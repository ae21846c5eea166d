using System.Collections.Concurrent;

namespace PaymentAbstractions.Conventions;

/// <summary>What has reached an adapter's seam, in order.</summary>
internal sealed class ExecutedRequests
{
    public ConcurrentQueue<PaymentRequest> Requests { get; } = new();
}
