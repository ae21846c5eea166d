using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Journal.Tests;

public sealed class JournalOutcomeTests
{
    [Fact]
    public void A_result_survives_the_journal_but_for_its_raw_answer() =>
        Prop.ForAll(
                Outcomes.Result.ToArbitrary(),
                result =>
                {
                    var back = Reread(JournalOutcome.Of(result)).ToResult();
                    var isOpen = result.Outcome is PaymentOutcome.Pending or PaymentOutcome.Unknown;
                    var kept = result with { Answer = null, NextAction = isOpen ? result.NextAction : null };
                    return back == kept && HasSameCode(back.Code, result.Code);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_outcome_survives_being_written_and_read() =>
        Prop.ForAll(Outcomes.Outcome.ToArbitrary(), outcome => Reread(outcome) == outcome).QuickCheckThrowOnFailure();

    [Fact]
    public void An_entry_survives_being_written_and_read() =>
        Prop.ForAll(Outcomes.Entry.ToArbitrary(), entry => Reread(entry) == entry).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(10, PaymentOutcome.Approved)]
    [InlineData(6, PaymentOutcome.PartiallyApproved)]
    public void Of_a_reversed_result_the_approval_is_recorded_and_beside_it_that_it_went_back(
        decimal approved,
        PaymentOutcome expected
    )
    {
        var intent = Some.Sale("key-1");
        var result = Some.Approved(intent, "sale", approved).Result with
        {
            Outcome = PaymentOutcome.Reversed,
            Reason = PaymentReason.AlreadyReversed,
            RefundedAmount = Money.Usd(approved),
        };
        var open = JournalRules.Start(intent, existing: null).Entry!;

        var outcome = JournalOutcome.Of(result, providerRevision: 3);
        var entry = JournalRules.Complete(open, 1, outcome, publish: false, resends: 0, Some.Now).Entry!;

        Assert.Equal((expected, PaymentReason.None), (outcome.Outcome, outcome.Result.Reason));
        Assert.Equal(
            (true, 3, Some.Now),
            (entry.Observation!.IsReversed, entry.Observation.ProviderRevision, entry.Observation.ReadAt)
        );
        Assert.Null(entry.Outcome!.Observation);
        var answer = JournalRules.AnswerOf(entry, moved: null, Some.Now);
        Assert.Equal((PaymentOutcome.Reversed, result.RefundedAmount), (answer.Outcome, answer.RefundedAmount));
    }

    [Fact]
    public void A_reversed_result_without_a_transaction_proves_nothing()
    {
        var result = Some.Approved(Some.Sale("key-1")).Result with
        {
            Outcome = PaymentOutcome.Reversed,
            Transaction = null,
        };

        var outcome = JournalOutcome.Of(result);

        Assert.Equal((PaymentOutcome.Unknown, null), (outcome.Outcome, outcome.Observation));
    }

    [Fact]
    public void An_entry_is_written_so_that_a_person_can_read_it()
    {
        var text = EntryCodec.Write(JournalRules.Start(Some.Sale("key-1", "order-1"), existing: null).Entry!);

        Assert.Contains("\"IdempotencyKey\":\"key-1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"OrderReference\":\"order-1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_of_a_later_version_is_skipped_and_an_unknown_name_is_refused()
    {
        var text = EntryCodec.Write(JournalRules.Start(Some.Sale("key-1"), existing: null).Entry!);

        var later = EntryCodec.Read(text.Insert(1, "\"Later\":{\"a\":[1]},"));

        Assert.Equal(EntryCodec.Read(text), later);
        Assert.Throws<JsonException>(() =>
            EntryCodec.Read(text.Replace("\"Sale\"", "\"Barter\"", StringComparison.Ordinal))
        );
    }

    // Codes are compared by their characters only; the scheme's interpretation must be kept too.
    private static bool HasSameCode(ResponseCode? one, ResponseCode? other) =>
        one?.Source == other?.Source
        && one?.Meaning == other?.Meaning
        && one?.Category == other?.Category
        && one?.Advice == other?.Advice;

    private static JournalOutcome Reread(JournalOutcome outcome) =>
        Reread(JournalRules.Start(Some.Sale("key-1"), existing: null).Entry! with { Outcome = outcome }).Outcome!;

    private static JournalEntry Reread(JournalEntry entry) => EntryCodec.Read(EntryCodec.Write(entry));

    [Theory]
    [InlineData(PaymentOutcome.Pending, true)]
    [InlineData(PaymentOutcome.Unknown, true)]
    [InlineData(PaymentOutcome.Approved, false)]
    [InlineData(PaymentOutcome.Declined, false)]
    [InlineData(PaymentOutcome.Reversed, false)]
    public void A_next_action_is_kept_while_there_is_something_to_do(PaymentOutcome outcome, bool isKept)
    {
        var result = new PaymentResult
        {
            Outcome = outcome,
            Operation = PaymentOperation.Sale,
            Gateway = "cards",
            IdempotencyKey = new IdempotencyKey("key-1"),
            NextAction = new RedirectAction { Url = new Uri("https://pay.example.com/abc") },
        };

        Assert.Equal(isKept, JournalOutcome.Of(result).Result.NextAction is not null);
    }
}
