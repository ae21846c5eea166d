using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Benchmarks.Journal;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Benchmarks.Telemetry;

/// <summary>The traces, metrics and logs of one sale with one exchange, without a listener; the baseline is one check for a listener.</summary>
[MemoryDiagnoser]
public class TelemetryBenchmarks : IDisposable
{
    private const string Gateway = "cards";

    private readonly LoggerFactory _loggers = new();
    private readonly ILogger _logger;
    private readonly JournalEntry _entry;
    private readonly PaymentResult _result;
    private readonly PaymentTransportOptions _transport = new() { BaseAddress = new Uri("http://127.0.0.1/") };
    private readonly TransportRequest _request = new() { Method = HttpMethod.Post, Path = "transactions" };
    private readonly TransportAnswer _answer = new(201, [], ReadOnlyMemory<byte>.Empty);

    public TelemetryBenchmarks()
    {
        _logger = _loggers.CreateLogger(Gateway);
        var intent = JournalLoad.Intent("1");
        _entry = new JournalEntry
        {
            Intent = intent,
            Attempt = 1,
            FirstStartedAt = intent.StartedAt,
        };
        _result = JournalLoad.Approved(intent).Result;
    }

    [Benchmark(Baseline = true)]
    public bool AreDurationsWanted_Baseline() => PaymentMeter.WantsDurations;

    [Benchmark]
    public bool OneSale()
    {
        var wantsDurations = PaymentMeter.WantsDurations;
        var payment = PaymentSpan.Lookup(_entry);
        var attempt = PaymentSpan.Lookup(_entry);
        wantsDurations |= PaymentMeter.WantsJournalDurations;
        Log.AttemptBegins(_logger, Gateway, 1, PaymentOperation.Sale, _entry.Intent.IdempotencyKey);
        PaymentSpan.Enter(attempt);

        var exchange = ExchangeSpan.Start(_request, _transport);
        ExchangeSpan.End(exchange, _answer);
        TransportMeter.Answered(_answer, _transport);
        AdapterMeter.Unreadable(Gateway, []);

        PaymentMeter.Ended(Gateway, _result);
        Log.Ended(_logger, Gateway, _result);
        wantsDurations |= PaymentMeter.WantsJournalDurations;
        PaymentSpan.End(attempt, _result);
        PaymentSpan.End(payment, _result);
        return wantsDurations;
    }

    public void Dispose()
    {
        _loggers.Dispose();
        GC.SuppressFinalize(this);
    }
}
