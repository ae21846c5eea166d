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
    private readonly byte[] _answer = Answer();
    private readonly RebillyAccount _account = RebillyInternals.Account();
    private readonly Expectation _expected = new()
    {
        Types = [PaymentOperation.Sale],
        Amount = Money.Usd(Order.Amount),
        CustomerId = Order.CustomerId,
        WireKey = Order.All[0].WireKey,
    };

    private TransactionBody? _body;

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

    private static byte[] Answer()
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(Order.All[0]), SaleJsonContext.Default.SaleBody);
        var answer = new byte[TransactionAnswer.MaxLength];
        return answer[..TransactionAnswer.Write(request, answer)];
    }
}
