using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>Reads an answer and checks it; the baseline reads the same fields without checks.</summary>
[MemoryDiagnoser]
public class ResponseEvidenceBenchmarks
{
    private readonly TransactionEvidence _evidence = new(
        ProviderEchoes.Parent,
        RebillyInternals.Reference,
        TimeProvider.System
    );
    private readonly ResultFactory _results = new(
        RebillyInternals.Context(),
        [new ApiKey(Order.ApiKey)],
        RebillyInternals.Reference,
        keyMark: null
    );
    private readonly byte[] _answer;
    private readonly TransportAnswer _arrived;
    private readonly SaleRequest _request;
    private readonly Expectation _expected;

    private ProviderTransaction? _shown;

    public ResponseEvidenceBenchmarks()
    {
        var order = Order.Next();
        _answer = AnswerTo(order);
        _arrived = new TransportAnswer(201, [new("Content-Type", "application/json")], _answer);
        _request = SalesByGateway.RequestFor(order);
        _expected = new Expectation
        {
            Types = [PaymentOperation.Sale],
            Amount = Money.Usd(order.Amount),
            CustomerId = order.CustomerId,
            WireKey = order.WireKey,
        };
    }

    [GlobalSetup]
    public void Setup()
    {
        _shown = Rebilly.TransactionReader.Read(JsonFields.Read(_answer)!);
        if (ReadAndJudge() != PaymentOutcome.Approved || !ReadIntoResult().IsApproved)
        {
            throw new InvalidOperationException("The answer does not prove an approval.");
        }
    }

    [Benchmark(Baseline = true)]
    public string? SourceGenerated_Baseline() =>
        JsonSerializer.Deserialize(_answer, SaleJsonContext.Default.TransactionShown)!.Result;

    [Benchmark]
    public PaymentOutcome ReadAndJudge() =>
        _evidence.Judge(Rebilly.TransactionReader.Read(JsonFields.Read(_answer)!), _expected).Outcome;

    /// <summary>As <see cref="ReadAndJudge"/>, and the result that the caller receives, with its texts masked.</summary>
    [Benchmark]
    public PaymentResult ReadIntoResult()
    {
        var shown = Rebilly.TransactionReader.Read(JsonFields.Read(_arrived)!) with { Answer = _arrived };
        return _results.Of(_request, shown, _evidence.Judge(shown, _expected), _expected.Amount);
    }

    [Benchmark]
    public PaymentOutcome JudgeOnly() => _evidence.Judge(_shown!, _expected).Outcome;

    private static byte[] AnswerTo(Order order)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(order), SaleJsonContext.Default.SaleBody);
        var answer = new byte[AnswerTemplate.Sale.MaxLength];
        return answer[..AnswerTemplate.Sale.Write(id: 1, parent: 0, request, answer)];
    }
}
