using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Rebilly;

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
    private readonly byte[] _answer;
    private readonly Expectation _expected;

    private ProviderTransaction? _shown;

    public ResponseEvidenceBenchmarks()
    {
        var order = Order.Next();
        _answer = AnswerTo(order);
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
        _shown = TransactionReader.Read(JsonFields.Read(_answer)!);
        if (ReadAndJudge() != PaymentOutcome.Approved)
        {
            throw new InvalidOperationException("The answer does not prove an approval.");
        }
    }

    [Benchmark(Baseline = true)]
    public string? SourceGenerated_Baseline() =>
        JsonSerializer.Deserialize(_answer, SaleJsonContext.Default.TransactionShown)!.Result;

    [Benchmark]
    public PaymentOutcome ReadAndJudge() =>
        _evidence.Judge(TransactionReader.Read(JsonFields.Read(_answer)!), _expected).Outcome;

    [Benchmark]
    public PaymentOutcome JudgeOnly() => _evidence.Judge(_shown!, _expected).Outcome;

    private static byte[] AnswerTo(Order order)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(order), SaleJsonContext.Default.SaleBody);
        var answer = new byte[AnswerTemplate.Sale.MaxLength];
        return answer[..AnswerTemplate.Sale.Write(id: 1, parent: 0, request, answer)];
    }
}
