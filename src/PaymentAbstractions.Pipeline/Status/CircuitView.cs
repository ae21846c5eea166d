using Polly.CircuitBreaker;

namespace PaymentAbstractions;

/// <summary>Reads the state of a circuit without sending a payment through it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CircuitView(TimeProvider time)
{
    private long _openUntil;

    /// <summary>The object that the breaker reports its state to; <see langword="null"/> when the circuit is disabled.</summary>
    public CircuitBreakerStateProvider? Provider { get; private set; }

    public CircuitBreakerStateProvider Enable() => Provider = new CircuitBreakerStateProvider();

    public void Opened(TimeSpan duration) => Volatile.Write(ref _openUntil, (time.GetUtcNow() + duration).UtcTicks);

    public (GatewayCircuitState State, DateTimeOffset? OpensAgainAt) Read()
    {
        if (Provider is null)
        {
            return (GatewayCircuitState.Disabled, null);
        }

        if (Provider.CircuitState is CircuitState.Closed)
        {
            return (GatewayCircuitState.Closed, null);
        }

        // The breaker itself leaves the open state only with the next payment.
        var until = new DateTimeOffset(Volatile.Read(ref _openUntil), TimeSpan.Zero);
        return Provider.CircuitState is CircuitState.HalfOpen || until <= time.GetUtcNow()
            ? (GatewayCircuitState.HalfOpen, null)
            : (GatewayCircuitState.Open, until);
    }
}
