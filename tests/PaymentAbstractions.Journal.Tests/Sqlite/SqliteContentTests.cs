using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The content of the file: people and tools can read it, one entry at a time, and copy it while payments run.</summary>
public sealed partial class SqliteContentTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task A_test_payment_that_is_not_readable_does_not_hide_the_real_one_of_its_key()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var journal = await _folder.OpenAsync();
        var real = Some.Sale("a", "order-a");
        var test = real with { Environment = GatewayEnvironment.Sandbox, Account = Some.OtherAccount };
        await journal.PayAsync(test, Some.Approved(test, "txn-test"));
        await journal.PayAsync(real);
        using (var connection = _folder.Connect())
        {
            connection.Run("UPDATE payments SET entry = substr(entry, 1, 100) WHERE environment = 'Sandbox'");
        }

        var repeated = await journal.BeginAsync(real, cancellationToken);
        var ofOrder = await journal
            .FindByOrderAsync(GatewayEnvironment.Live, real.OrderReference, cancellationToken)
            .ToListAsync();
        var tries = await journal.FindTriesAsync(real, DateTimeOffset.MinValue, cancellationToken).ToListAsync();

        Assert.Equal((JournalDecisionKind.Answered, real.JournalKey), (repeated.Kind, repeated.Entry?.Key));
        Assert.Equal([real.JournalKey], ofOrder.Select(entry => entry.Key));
        Assert.Equal([real.JournalKey], tries.Select(entry => entry.Key));
    }

    [Fact]
    public async Task An_entry_that_is_not_readable_keeps_its_key_blocked_and_others_go_on()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var journal = await _folder.OpenAsync();
        var (damaged, sound, next) = (Some.Sale("a", "order-a"), Some.Sale("b", "order-b"), Some.Sale("c", "order-c"));
        await journal.BeginAsync(damaged, cancellationToken);
        await journal.BeginAsync(sound, cancellationToken);
        using (var connection = _folder.Connect())
        {
            connection.Run("UPDATE payments SET entry = substr(entry, 1, 100) WHERE key = 'a'");
        }

        var repeated = await journal.BeginAsync(damaged, cancellationToken);
        var sameOrder = await journal.BeginAsync(Some.Sale("again", "order-a"), cancellationToken);
        var completed = await journal.CompleteAsync(
            damaged.JournalKey,
            1,
            Some.Approved(damaged),
            cancellationToken: cancellationToken
        );
        var unresolved = await journal.GetUnresolvedAsync(new JournalQuery(), cancellationToken).ToListAsync();
        await journal.PayAsync(next);

        Assert.Equal(JournalFailureKind.Damaged, repeated.Failure?.Kind);
        Assert.Equal(JournalFailureKind.Damaged, sameOrder.Failure?.Kind);
        Assert.Equal(JournalFailureKind.Damaged, completed.Failure?.Kind);
        Assert.Equal([sound.JournalKey], unresolved.Select(entry => entry.Key));
        Assert.True(journal.Health.IsOpenForSends);
        Assert.Equal(JournalFailureKind.Damaged, journal.Health.LastFailure?.Kind);
        await Assert.ThrowsAsync<JournalDamagedException>(() =>
            journal.FindAsync(damaged.JournalKey, cancellationToken)
        );
    }

    [Fact]
    public async Task A_tool_reads_the_key_and_the_amount_and_no_card_data()
    {
        await using var journal = await _folder.OpenAsync();
        var sale = Some.Sale("key-1", amount: 12.34m);
        var card = new PaymentMethodDetails
        {
            Bin = "411111",
            LastFour = "1111",
            Id = "inst_1",
        };
        var result = Some.Approved(sale).Result with { PaymentMethod = card };
        await journal.PayAsync(sale, JournalOutcome.Of(result));

        using var connection = _folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, state, entry FROM payments";
        using var row = command.ExecuteReader();

        Assert.True(row.Read());
        Assert.Equal("key-1", row.GetString(0));
        Assert.Equal("Closed", row.GetString(1));
        using var entry = JsonDocument.Parse(row.GetString(2));
        var intent = entry.RootElement.GetProperty("Intent");
        Assert.Equal("key-1", intent.GetProperty("IdempotencyKey").GetString());
        Assert.Contains("12.34", intent.GetProperty("Amount").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotMatch(CardNumber(), row.GetString(2));
        Assert.False(row.Read());
    }

    [Fact]
    public async Task A_copy_made_while_payments_run_has_every_payment_that_was_answered()
    {
        await using var journal = await _folder.OpenAsync();
        var answered = new List<JournalEntry>();
        using var stopping = new CancellationTokenSource();
        var paying = Task.Run(
            async () =>
            {
                for (var i = 0; !stopping.IsCancellationRequested; i++)
                {
                    var entry = await journal.PayAsync(Some.Sale($"key-{i}", $"order-{i}"));
                    lock (answered)
                    {
                        answered.Add(entry);
                    }
                }
            },
            TestContext.Current.CancellationToken
        );
        var copies = new List<(string Path, List<JournalEntry> Answered)>();
        for (var i = 0; i < 3; i++)
        {
            await WaitForAsync(answered, 5 * (i + 1));
            List<JournalEntry> before;
            lock (answered)
            {
                before = [.. answered];
            }

            copies.Add((_folder.PathOf($"copy-{i}.db"), before));
            using var connection = _folder.Connect();
            connection.Run($"VACUUM INTO '{copies[^1].Path}'");
        }

        await stopping.CancelAsync();
        await paying;

        foreach (var (path, before) in copies)
        {
            await using var copy = await _folder.OpenAsync(path, expectExisting: true);
            var found = await Task.WhenAll(before.Select(entry => copy.FindAsync(entry.Key)));
            Assert.Equal(before, found);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task WaitForAsync(List<JournalEntry> answered, int count)
    {
        while (true)
        {
            lock (answered)
            {
                if (answered.Count >= count)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }

    [GeneratedRegex(@"\d{13,19}")]
    private static partial Regex CardNumber();
}
