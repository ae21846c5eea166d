using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Old closed entries keep only what repeats and totals need.</summary>
public sealed class SqliteRetentionTests : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(Some.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_that_was_closed_long_ago_is_reduced_and_still_answers_and_counts()
    {
        await using var journal = await OpenAsync();
        var sale = Some.Sale("s");
        await journal.PayAsync(sale, Told(sale, "sale"));
        await journal.PayAsync(Some.Refund("r", Some.Transaction("sale"), 4m));
        _clock.Advance(TimeSpan.FromDays(181));

        var reduced = await journal.ReduceAsync(Token);
        var again = await journal.ReduceAsync(Token);
        var entry = await journal.FindAsync(sale.JournalKey, Token);
        var tooMuch = await journal.BeginAsync(Some.Refund("r2", Some.Transaction("sale"), 7m), Token);

        Assert.Equal((2, 0), (reduced, again));
        Assert.Equal((true, null), (entry!.IsTombstone, entry.Outcome!.Result.Message));
        Assert.Equal(PaymentOutcome.Approved, (await journal.RepeatAsync(sale, _clock.GetUtcNow())).Outcome);
        Assert.Equal((JournalDecisionKind.ExceedsOriginal, Money.Usd(6m)), (tooMuch.Kind, tooMuch.Available));
    }

    [Fact]
    public async Task An_original_keeps_its_details_as_long_as_something_moves()
    {
        await using var journal = await OpenAsync();
        var sale = Some.Sale("s");
        await journal.PayAsync(sale, Told(sale, "sale"));
        _clock.Advance(TimeSpan.FromDays(181));
        var refund = Some.Refund("r", Some.Transaction("sale"), 4m) with { StartedAt = _clock.GetUtcNow() };
        await journal.BeginAsync(refund, Token);

        var underWay = await journal.ReduceAsync(Token);
        await journal.CompleteAsync(refund.JournalKey, 1, Some.Approved(refund), cancellationToken: Token);
        var justMoved = await journal.ReduceAsync(Token);
        _clock.Advance(TimeSpan.FromDays(181));
        var settled = await journal.ReduceAsync(Token);

        Assert.Equal((0, 0, 2), (underWay, justMoved, settled));
    }

    [Fact]
    public async Task An_unreadable_entry_does_not_prevent_the_reduction_of_others()
    {
        await using var journal = await OpenAsync();
        for (var i = 0; i < 250; i++)
        {
            await journal.PayAsync(Some.Sale($"k{i}", $"o{i}"));
        }

        using (var connection = _folder.Connect())
        {
            connection.Run("UPDATE payments SET entry = 'no entry' WHERE id <= 120");
        }

        _clock.Advance(TimeSpan.FromDays(181));

        Assert.Equal(130, await journal.ReduceAsync(Token));
    }

    [Theory]
    [InlineData(
        "SELECT count(*) FROM payments WHERE state <> 'Closed' AND (NULL IS NULL OR environment = NULL) GROUP BY state"
    )]
    [InlineData("SELECT count(*) FROM payments WHERE is_unpublished = 1")]
    [InlineData("SELECT id FROM payments WHERE original = 'a' OR original_root = 'a'")]
    [InlineData("SELECT id FROM payments WHERE transaction_reference = 'a'")]
    [InlineData("SELECT id FROM payments WHERE environment = 'Live' AND order_reference = 'a'")]
    public async Task Every_query_has_an_index(string text)
    {
        await using var journal = await OpenAsync();
        using var connection = _folder.Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this test.
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
#pragma warning restore CA2100
        var plan = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                plan.Add(reader.GetString(3));
            }
        }

        Assert.DoesNotContain(
            plan,
            step =>
                step.StartsWith("SCAN payments", StringComparison.Ordinal)
                && !step.Contains("INDEX", StringComparison.Ordinal)
        );
    }

    public void Dispose() => _folder.Dispose();

    private Task<SqlitePaymentJournal> OpenAsync() =>
        SqlitePaymentJournal.OpenAsync(new SqliteJournalOptions { Path = _folder.Path }, _clock, Token);

    private static JournalOutcome Told(JournalIntent intent, string transaction)
    {
        var approved = Some.Approved(intent, transaction);
        return JournalOutcome.Of(approved.Result with { Message = "Well done." });
    }
}
