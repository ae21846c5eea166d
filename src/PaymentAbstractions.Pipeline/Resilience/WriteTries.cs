namespace PaymentAbstractions;

/// <summary>The tries of one attempt: what they prove together, and until when the provider honours the key.</summary>
internal sealed class WriteTries(
    RunningExchange exchange,
    DateTimeOffset startedAt,
    SendWindow? window,
    DateTimeOffset? keyHonouredUntil,
    PaymentResult? before = null
)
{
    public RunningExchange Exchange => exchange;

    /// <summary>What is proven so far; the doubt of an earlier exchange under the key is part of it.</summary>
    public PaymentResult? Result { get; private set; } = before;

    public bool MayGoOn(DateTimeOffset at) =>
        !exchange.Patience.IsCancellationRequested && (window is null || (window.IsOpen && at <= window.SendBy));

    public bool KeyIsHonoured(DateTimeOffset at) => at < keyHonouredUntil;

    public PaymentCall BeginCall() => exchange.BeginCall(startedAt, window);

    public PaymentResult Add(PaymentResult result) => Result = DoubtfulAttempt.After(Result, result);
}
