using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>From an answer to a verdict; the baseline reads the same fields and believes them.</summary>
[MemoryDiagnoser]
public class ResponseEvidenceBenchmarks
{
    private readonly RebillyAccount _account = RebillyInternals.Account();
    private readonly byte[] _answer;
    private readonly Expectation _expected;

    private TransactionBody? _body;

    public ResponseEvidenceBenchmarks()
    {
        var order = Order.Next();
        _answer = AnswerTo(order);
        _expected = new Expectation
        {
            Types = [PaymentOperation.Sale],
            Amount = Money.Usd(order.Amount),
            CustomerId = Order.CustomerId,
            WireKey = order.WireKey,
        };
    }

    [GlobalSetup]
    public void Setup()
    {
        _body = JsonSerializer.Deserialize(_answer, RebillyJsonContext.Default.TransactionBody)!;
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
        TransactionEvidence
            .Judge(
                JsonSerializer.Deserialize(_answer, RebillyJsonContext.Default.TransactionBody)!,
                _expected,
                _account
            )
            .Outcome;

    [Benchmark]
    public PaymentOutcome JudgeOnly() => TransactionEvidence.Judge(_body!, _expected, _account).Outcome;

    private static byte[] AnswerTo(Order order)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(order), SaleJsonContext.Default.SaleBody);
        var answer = new byte[TransactionAnswer.MaxLength];
        return answer[..TransactionAnswer.Write(request, answer)];
    }
}
