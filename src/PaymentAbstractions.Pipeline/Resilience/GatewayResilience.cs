using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace PaymentAbstractions;

/// <summary>Retries requests that are safe to repeat, waits for rate limits, and stops sending to a failing gateway for a while.</summary>
internal sealed class GatewayResilience
{
    // Polly's exponential delay with jitter stays below 2^(attempt + 1) / 1.4 times the base delay.
    private const double MaxJitter = 1.5;

    private static readonly ResiliencePropertyKey<PaymentContext> Payment = new("PaymentAbstractions.Payment");

    private readonly string _gateway;
    private readonly ResilienceOptions _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<PaymentResult> _retries;
    private readonly ResiliencePipeline<PaymentResult> _breaker;
    private readonly ResiliencePipeline<FindResult> _lookups;
    private readonly CircuitView _circuit;

    public GatewayResilience(string gateway, ResilienceOptions settings, TimeProvider time, ILogger logger)
    {
        _gateway = gateway;
        _settings = settings;
        _time = time;
        _logger = logger;
        _circuit = new CircuitView(time);
        Answers = new AnswerRecord(time);
        _retries = Retries();
        _breaker = Breaker();
        _lookups = LookupRetries();
    }

    /// <summary>The record of whether the gateway answers.</summary>
    public AnswerRecord Answers { get; }

    /// <summary>The current state of the circuit, and until when it is open.</summary>
    public (GatewayCircuitState State, DateTimeOffset? OpensAgainAt) Circuit => _circuit.Read();

    /// <returns>The combined result of all exchanges.</returns>
    public async Task<PaymentResult> SendAsync(PaymentContext payment, PaymentStep next)
    {
        var context = ResilienceContextPool.Shared.Get(payment.InFlight.Patience);
        context.Properties.Set(Payment, payment);
        try
        {
            return await _retries
                .ExecuteAsync(
                    static (_, call) => new ValueTask<PaymentResult>(call.self.TryAsync(call.payment, call.next)),
                    context,
                    (self: this, payment, next)
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // All callers left before the next exchange began, so the earlier result stands.
            return payment.Proven
                ?? PaymentAnswers.NotSent(
                    payment.Asked,
                    _gateway,
                    PaymentReason.CallerStoppedWaiting,
                    "The caller stopped waiting before anything was sent."
                );
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public async Task<FindResult> FindAsync<TState>(
        Func<TState, CancellationToken, Task<FindResult>> find,
        TState state,
        CancellationToken cancellationToken
    ) =>
        await _lookups
            .ExecuteAsync(
                static async (call, token) => await call.find(call.state, token).ConfigureAwait(false),
                (find, state),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <returns>The result of all exchanges up to this one.</returns>
    private async Task<PaymentResult> TryAsync(PaymentContext payment, PaymentStep next)
    {
        try
        {
            // Cancellation by the caller ends the delays between exchanges, but never an exchange, which has its own gate.
            var result = await _breaker
                .ExecuteAsync(
                    static (call, _) => new ValueTask<PaymentResult>(call.next(call.payment)),
                    (next, payment),
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            Answers.Add(result);
            return payment.Add(result);
        }
        catch (BrokenCircuitException)
        {
            return payment.Add(
                PaymentAnswers.NotSent(
                    payment.Asked,
                    _gateway,
                    PaymentReason.GatewayUnavailable,
                    "The gateway failed too often recently, so its circuit is open; nothing was sent."
                )
            );
        }
    }

    private ResiliencePipeline<PaymentResult> Retries()
    {
        var builder = new ResiliencePipelineBuilder<PaymentResult> { TimeProvider = _time };
        if (_settings.MaxRetries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions<PaymentResult>
                {
                    MaxRetryAttempts = _settings.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = _settings.RetryDelay,
                    UseJitter = true,
                    ShouldHandle = args => ValueTask.FromResult(MayRetry(args)),
                    DelayGenerator = args => ValueTask.FromResult(AskedDelay(args.Outcome.Result!, args.AttemptNumber)),
                    OnRetry = args =>
                    {
                        PaymentMeter.Retried(_gateway, args.Outcome.Result!);
                        Log.Retrying(
                            _logger,
                            _gateway,
                            args.Outcome.Result!.Operation,
                            args.Outcome.Result.IdempotencyKey,
                            args.Outcome.Result.Outcome,
                            args.Outcome.Result.Reason
                        );
                        return ValueTask.CompletedTask;
                    },
                }
            );
        }

        return builder.Build();
    }

    private bool MayRetry(RetryPredicateArguments<PaymentResult> args)
    {
        // Most results are final, and need no look at a clock.
        if (
            args.Outcome.Result is not { } result
            || args.AttemptNumber >= _settings.MaxRetries
            || !SafeToRepeat.Write(result, keyIsHonored: true)
        )
        {
            return false;
        }

        var payment = args.Context.Properties.GetValue(Payment, null!);
        var delay = AskedDelay(result, args.AttemptNumber) ?? (UsualDelay(args.AttemptNumber) * MaxJitter);
        var at = payment.Now + delay;
        return (result.RetryAt is null || delay <= _settings.MaxRateLimitWait)
            && payment.MayGoOn(at)
            && SafeToRepeat.Write(result, keyIsHonored: at < payment.KeyHonoredUntil);
    }

    private TimeSpan UsualDelay(int attempt) => _settings.RetryDelay * Math.Pow(2, attempt);

    // The delay that the provider asks for, or else Polly's exponential delay with jitter.
    private TimeSpan? AskedDelay(PaymentResult result, int attempt)
    {
        if (result.RetryAt - _time.GetUtcNow() is not { } asked || asked <= TimeSpan.Zero)
        {
            return null;
        }

        var usual = UsualDelay(attempt);
        return asked > usual ? asked : usual;
    }

    private ResiliencePipeline<PaymentResult> Breaker()
    {
        var builder = new ResiliencePipelineBuilder<PaymentResult> { TimeProvider = _time };
        if (_settings.FailureRatio > 0)
        {
            builder.AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<PaymentResult>
                {
                    FailureRatio = _settings.FailureRatio,
                    SamplingDuration = _settings.SamplingDuration,
                    MinimumThroughput = _settings.MinThroughput,
                    BreakDuration = _settings.BreakDuration,
                    ShouldHandle = static args => ValueTask.FromResult(IsFailure(args.Outcome.Result)),
                    StateProvider = _circuit.Enable(),
                    OnOpened = args =>
                    {
                        _circuit.Opened(args.BreakDuration);
                        PaymentMeter.CircuitChanged(_gateway, GatewayCircuitState.Open);
                        Log.CircuitOpened(_logger, _gateway, args.BreakDuration);
                        return ValueTask.CompletedTask;
                    },
                    OnHalfOpened = _ =>
                    {
                        PaymentMeter.CircuitChanged(_gateway, GatewayCircuitState.HalfOpen);
                        Log.CircuitHalfOpened(_logger, _gateway);
                        return ValueTask.CompletedTask;
                    },
                    OnClosed = _ =>
                    {
                        PaymentMeter.CircuitChanged(_gateway, GatewayCircuitState.Closed);
                        Log.CircuitClosed(_logger, _gateway);
                        return ValueTask.CompletedTask;
                    },
                }
            );
        }

        return builder.Build();
    }

    // The gateway cannot be reached or does not answer. A decline or a rejection is an answer.
    internal static bool IsFailure(PaymentResult? result) =>
        result
            is { Outcome: PaymentOutcome.NotSent, Reason: PaymentReason.ConnectionFailed }
                or {
                    Outcome: PaymentOutcome.Unknown,
                    Transaction: null,
                    Reason: PaymentReason.NoTrustworthyAnswer
                        or PaymentReason.ProviderTimeout
                        or PaymentReason.ProviderConnectionError
                };

    private ResiliencePipeline<FindResult> LookupRetries()
    {
        var builder = new ResiliencePipelineBuilder<FindResult> { TimeProvider = _time };
        if (_settings.MaxLookupRetries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions<FindResult>
                {
                    MaxRetryAttempts = _settings.MaxLookupRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = _settings.RetryDelay,
                    UseJitter = true,
                    ShouldHandle = static args =>
                        ValueTask.FromResult(args.Outcome.Result is { } result && SafeToRepeat.Read(result)),
                }
            );
        }

        return builder.Build();
    }
}
