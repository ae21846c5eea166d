using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>No card number, security code, token or key is ever seen: not in results, exceptions, logs, traces or meters.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class RedactionSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    // Shorter ones are digits that stand by chance inside ids and times.
    private const int LongEnoughAnywhere = 8;

    private static readonly string[] Declines = ["05", "51", "54", "N7"];

    /// <inheritdoc />
    public override ValueTask InitializeAsync()
    {
        Harness.StartCapture();
        return base.InitializeAsync();
    }

    /// <summary>There is something to look for, and the capture works.</summary>
    [Fact]
    public Task There_are_secrets_and_the_capture_keeps_what_is_emitted() =>
        HoldsAsync(
            "There is something to look for, and the capture works.",
            "secrets",
            () =>
            {
                Assert.NotEmpty(Harness.Secrets);
                Harness.Log("line of a log");

                Assert.Contains("line of a log", Harness.Emitted, StringComparison.Ordinal);
            }
        );

    /// <summary>Answers of every kind.</summary>
    [Fact]
    public Task Answers_show_no_secret() =>
        HoldsAsync(
            "Answers of every kind.",
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

    /// <summary>Every operation, and the look-up after it.</summary>
    [Fact]
    public Task Operations_and_lookups_show_no_secret() =>
        HoldsAsync(
            "Every operation, and the look-up after it.",
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

    /// <summary>What goes wrong on the wire.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.Faults), MemberType = typeof(ConformanceCases))]
    public Task Faults_show_no_secret(ConformanceFault fault) =>
        HoldsAsync(
            "What goes wrong on the wire.",
            "secrets",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var started = Harness.Time.GetUtcNow();
                // A provider that gets no key shows none.
                var isInjected = !IsOfNoKey(fault, PaymentOperation.Sale);
                if (isInjected)
                {
                    Inject(fault);
                }

                var result = await SendAsync(request);

                Harness.ClearFaults();
                await Harness.WhenIdleAsync(Token);
                AssertClean(result);
                // A sale has no original that could be wrong, and the first one no other transaction beside it.
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

    /// <summary>The journal outlives the process.</summary>
    [Fact]
    public Task The_journal_holds_no_secret() =>
        HoldsAsync(
            "The journal outlives the process.",
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
                AssertClean(journal);
            }
        );

    /// <summary>Refusals before sending, and the requests themselves.</summary>
    [Fact]
    public Task Requests_and_their_problems_show_no_secret() =>
        HoldsAsync(
            "Refusals before sending, and the requests themselves.",
            "secrets",
            async () =>
            {
                Assert.NotEmpty(Capabilities.PaymentMethods);
                foreach (var kind in Capabilities.PaymentMethods)
                {
                    var request = await Harness.NewSaleAsync(kind);
                    AssertClean(request.ToString());

                    var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                        SendAsync(request with { Amount = Harness.AmountOf(-1), IdempotencyKey = default })
                    );
                    AssertClean(refusal.ToString());
                }

                AssertNothingEmitted();
            }
        );

    private string ReadJournal() =>
        string.Concat(
            new DirectoryInfo(Harness.JournalFolder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                // An empty one may be locked.
                .Where(file => file.Length > 0)
                .Select(Read)
        );

    // A journal is open and need not be text; whatever is text in it stays so.
    private static string Read(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private void AssertClean(PaymentResult result)
    {
        AssertClean(result.ToString());
        AssertClean(result.Answer?.ReadBody());
    }

    private void AssertClean(FindResult result)
    {
        AssertClean(result.ToString());
        AssertClean(result.State?.ToString());
        AssertClean(result.State?.Answer?.ReadBody());
    }

    private void AssertNothingEmitted() => AssertClean(Harness.Emitted);

    private void AssertClean(string? text)
    {
        foreach (var secret in Harness.Secrets)
        {
            // The secret itself stays out of the failure's message, which is a log, too.
            Assert.False(
                text is not null && Shows(text, secret),
                $"A secret that ends in '{secret[^2..]}' is shown in a text of {text?.Length} characters."
            );
        }
    }

    private static bool Shows(string text, string secret) =>
        secret.Length >= LongEnoughAnywhere
            ? text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            : Regex.IsMatch(
                text,
                $@"(?<![\w.:-]){Regex.Escape(secret)}(?![\w.:-])",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(10)
            );
}
