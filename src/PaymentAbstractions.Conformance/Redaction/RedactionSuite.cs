using System.Text;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>No card number, security code, token or key ever appears in results, exceptions, logs, traces or metrics.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class RedactionSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private static readonly string[] Declines = ["05", "51", "54", "N7"];

    /// <inheritdoc />
    public override ValueTask InitializeAsync()
    {
        Harness.StartCapture();
        return base.InitializeAsync();
    }

    /// <summary>The harness has secrets to search for, and the capture works.</summary>
    [Fact]
    public Task There_are_secrets_and_the_capture_keeps_what_is_emitted() =>
        HoldsAsync(
            "The harness has secrets to search for, and the capture works.",
            "secrets",
            () =>
            {
                Assert.NotEmpty(Harness.Secrets);
                Harness.Log("line of a log");

                Assert.Contains("line of a log", Harness.Emitted, StringComparison.Ordinal);
            }
        );

    /// <summary>Answers of every kind contain no secret.</summary>
    [Fact]
    public Task Answers_show_no_secret() =>
        HoldsAsync(
            "Answers of every kind contain no secret.",
            "secrets",
            async () =>
            {
                Assert.NotEmpty(Capabilities.PaymentMethods);
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    AssertClean(await SendAsync(await Harness.NewSaleAsync(kind)));
                }

                AssertClean(await SendAsync(await Harness.NewSaleAsync()));
                AssertClean(await SendAsync(await Harness.NewSaleAsync(), Harness.WrongCredentials));
                foreach (var code in Declines)
                {
                    var sale = await Harness.NewSaleAsync();
                    AssertClean(await SendAsync(Harness.Declining(sale, code) ?? Harness.Declining(sale)));
                }

                AssertNothingEmitted();
            }
        );

    /// <summary>Every operation, and the look-up after it, shows no secret.</summary>
    [Fact]
    public Task Operations_and_lookups_show_no_secret() =>
        HoldsAsync(
            "Every operation, and the look-up after it, shows no secret.",
            "secrets",
            async () =>
            {
                Assert.NotEmpty(Capabilities.Operations);
                foreach (var operation in Operations.Where(Capabilities.Supports))
                {
                    var request = await PrepareAsync(operation);
                    var started = Harness.Time.GetUtcNow();
                    AssertClean(await SendAsync(request));
                    AssertClean(await Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, started)), Token));
                }

                AssertNothingEmitted();
            }
        );

    /// <summary>No secret appears when an exchange fails.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.Faults), MemberType = typeof(ConformanceCases))]
    public Task Faults_show_no_secret(ConformanceFault fault) =>
        HoldsAsync(
            "No secret appears when an exchange fails.",
            "secrets",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var started = Harness.Time.GetUtcNow();
                // A provider that receives no key cannot show it.
                var isInjected = !IsOfNoKey(fault, PaymentOperation.Sale);
                if (isInjected)
                {
                    Inject(fault);
                }

                var result = await SendAsync(request);

                Harness.ClearFaults();
                await Harness.WhenIdleAsync(Token);
                AssertClean(result);
                // A sale has no original that could be wrong, and for the first sale no other transaction exists.
                if (
                    isInjected
                    && fault
                        is not (
                            ConformanceFault.WrongParentEchoed
                            or ConformanceFault.NoParentEchoed
                            or ConformanceFault.OtherIdEchoed
                        )
                )
                {
                    AssertFaultShown(fault, $"{result}");
                }

                AssertClean(await Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, started)), Token));

                AssertNothingEmitted();
            }
        );

    /// <summary>The journal, which outlives the process, contains no secret.</summary>
    [Fact]
    public Task The_journal_holds_no_secret() =>
        HoldsAsync(
            "The journal, which outlives the process, contains no secret.",
            "secrets",
            async () =>
            {
                var keys = new List<string>();
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    var request = await Harness.NewSaleAsync(kind);
                    keys.Add(request.IdempotencyKey.Value);
                    await SendAsync(request);
                }

                var journal = ReadJournal();

                Assert.NotEmpty(keys);
                Assert.All(keys, key => Assert.Contains(key, journal, StringComparison.Ordinal));
                AssertShowsNoSecret(journal);
            }
        );

    /// <summary>Refusals before sending, and the requests themselves, show no secret.</summary>
    [Fact]
    public Task Requests_and_their_problems_show_no_secret() =>
        HoldsAsync(
            "Refusals before sending, and the requests themselves, show no secret.",
            "secrets",
            async () =>
            {
                Assert.NotEmpty(Capabilities.PaymentMethods);
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    var request = await Harness.NewSaleAsync(kind);
                    AssertShowsNoSecret(request.ToString());

                    var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                        SendAsync(request with { Amount = Harness.AmountOf(-1), IdempotencyKey = default })
                    );
                    AssertShowsNoSecret(refusal.ToString());
                }

                AssertNothingEmitted();
            }
        );

    private string ReadJournal() =>
        string.Concat(
            new DirectoryInfo(Harness.JournalFolder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                // An empty file may be locked.
                .Where(file => file.Length > 0)
                .Select(Read)
        );

    // The journal is open and may be binary; texts in it remain readable.
    private static string Read(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private void AssertClean(PaymentResult result)
    {
        AssertShowsNoSecret(result.ToString());
        AssertShowsNoSecret(result.Answer?.ReadBody());
    }

    private void AssertClean(FindResult result)
    {
        AssertShowsNoSecret(result.ToString());
        AssertShowsNoSecret(result.State?.ToString());
        AssertShowsNoSecret(result.State?.Answer?.ReadBody());
    }

    private void AssertNothingEmitted() => AssertShowsNoSecret(Harness.Emitted);
}
