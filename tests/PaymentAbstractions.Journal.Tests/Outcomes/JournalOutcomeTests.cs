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
