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
                    return back == result with { Answer = null } && HasSameCode(back.Code, result.Code);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_outcome_survives_being_written_and_read() =>
        Prop.ForAll(Outcomes.Outcome.ToArbitrary(), outcome => Reread(outcome) == outcome).QuickCheckThrowOnFailure();

    [Fact]
    public void An_entry_survives_being_written_and_read() =>
        Prop.ForAll(
                Outcomes.Entry.ToArbitrary(),
                entry =>
                {
                    var writer = new RecordWriter();
                    EntryCodec.Write(writer, entry);
                    return EntryCodec.Read(new RecordReader(writer.Written)) == entry;
                }
            )
            .QuickCheckThrowOnFailure();

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
        var entry = JournalRules.Complete(open, 1, outcome, publish: false, Some.Now).Entry!;

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
    public void Every_property_of_a_result_is_written()
    {
        // A property that is added to the contract must be added to ResultCodec, its generator here, and this list.
        string[] known =
        [
            "Outcome",
            "Operation",
            "Reason",
            "Message",
            "PerformedAs",
            "Gateway",
            "Transaction",
            "IdempotencyKey",
            "RequestedAmount",
            "ApprovedAmount",
            "ProcessedAmount",
            "Code",
            "RetryCategory",
            "ProviderCode",
            "ProviderMessage",
            "NetworkCode",
            "NetworkMessage",
            "AuthorizationCode",
            "Avs",
            "Cvv",
            "NextAction",
            "AuthorizationExpiresAt",
            "RetryAt",
            "SentLevel",
            "ReportedLevel",
            "CommercialDataPassedThrough",
            "DroppedFields",
            "Anomaly",
            "Problems",
            // Not written, for what is written is recorded; what came later is derived; the provider's raw answer stays out of it.
            "NotRecorded",
            "RefundedAmount",
            "IsRefundInDoubt",
            "Answer",
        ];

        var settable = typeof(PaymentResult).GetProperties().Where(property => property.CanWrite);

        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            settable.Select(property => property.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_field_of_a_later_version_is_skipped_and_an_unknown_name_reads_as_the_cautious_value()
    {
        var writer = new RecordWriter();
        writer.Text(1, "Tomorrow");
        writer.Text(2, nameof(PaymentOperation.Sale));
        writer.Number(999, 5);
        writer.Nested(1000, "nested", (nested, text) => nested.Text(1, text));
        writer.Text(4, "kept");

        var result = ResultCodec.Read(new RecordReader(writer.Written));

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentOperation.Sale, result.Operation);
        Assert.Equal("kept", result.Message);
    }

    // Equality of codes is by their characters; the scheme's reading must survive too.
    private static bool HasSameCode(ResponseCode? one, ResponseCode? other) =>
        one?.Source == other?.Source
        && one?.Meaning == other?.Meaning
        && one?.Category == other?.Category
        && one?.Advice == other?.Advice;

    private static JournalOutcome Reread(JournalOutcome outcome)
    {
        var writer = new RecordWriter();
        OutcomeCodec.Write(writer, outcome);
        return OutcomeCodec.Read(new RecordReader(writer.Written));
    }
}
