using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class ReadmeTests
{
    private const string Payment =
        """{"id":"p_1","type":"payment","status":"succeeded","amount":12.50,"currency":"USD","key":"KEY"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_adapter_of_the_readme_is_the_compiled_one()
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        var source = File.ReadAllText(Path.Combine(here, "PayLite.cs"));
        var text = File.ReadAllText(Path.Combine(here, "../../../src/PaymentAbstractions.Adapters/README.md"));

        var example = source[source.IndexOf("public sealed class PayLiteOptions", StringComparison.Ordinal)..];

        Assert.Contains(example + "```", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adapter_of_the_readme_sells_and_refunds()
    {
        await using var fixture = AdapterFixture.PayLite();
        fixture
            .Stub.On("POST payments", Shows(Payment))
            .On("GET payments/p_1", Shows(Payment))
            .On(
                "POST refunds",
                Shows(
                    """{"id":"p_2","type":"refund","status":"succeeded","amount":2.50,"currency":"USD","payment":"p_1","key":"KEY"}""",
                    "key-2"
                )
            );

        var sold = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                PaymentMethod = PaymentMethod.Token("tok_1"),
            },
            Token
        );
        var refunded = await fixture.Gateway.RefundAsync(Some.Refund(2.50m, "key-2", sold.Transaction), Token);

        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Approved), (sold.Outcome, refunded.Outcome));
        Assert.Equal(
            [
                """{"amount":12.50,"currency":"USD","token":"tok_1"}""",
                """{"amount":2.50,"currency":"USD","payment":"p_1"}""",
            ],
            fixture.Stub.Writes.Select(write => write.Body)
        );
    }

    [Fact]
    public async Task The_adapter_of_the_readme_finds_a_sale_again_whose_answer_was_lost()
    {
        await using var fixture = AdapterFixture.PayLite();
        fixture.Stub.On("POST payments", StubAnswer.Reset()).On("GET payments", Shows($"[{Payment}]"));
        var sale = Some.Sale() with { PaymentMethod = PaymentMethod.Token("tok_1") };

        var lost = await fixture.Gateway.SaleAsync(sale, Token);
        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(sale, ConformanceHarness.Start)),
            Token
        );

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.Equal(PaymentOutcome.Approved, found.State?.Outcome);
    }

    [Fact]
    public void The_table_of_the_profile_is_complete() =>
        AllStandInTheReadme(typeof(AdapterProfile).GetProperties().Select(property => property.Name));

    [Fact]
    public void The_table_of_the_steps_is_complete() =>
        AllStandInTheReadme(
            typeof(HttpPaymentAdapter)
                .GetMethods(
                    System.Reflection.BindingFlags.Instance
                        | System.Reflection.BindingFlags.NonPublic
                        | System.Reflection.BindingFlags.DeclaredOnly
                )
                .Where(method => method is { IsFamily: true, IsVirtual: true, IsFinal: false })
                .Select(method => method.Name)
                .Distinct(StringComparer.Ordinal)
        );

    private static void AllStandInTheReadme(IEnumerable<string> names)
    {
        var readme = File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/PaymentAbstractions.Adapters/README.md")
        );
        var all = names.ToList();

        Assert.True(all.Count >= 10, $"{all.Count} found");
        Assert.All(all, name => Assert.Contains($"| `{name}` | ", readme, StringComparison.Ordinal));
    }

    private static StubAnswer Shows(string body, string key = "key-1") =>
        StubAnswer.Text(200, body.Replace("KEY", AdapterFixture.WireKey(key), StringComparison.Ordinal));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
