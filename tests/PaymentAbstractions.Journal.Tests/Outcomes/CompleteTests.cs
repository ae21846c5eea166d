using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Journal.Tests;

public sealed class CompleteTests
{
    private static readonly JournalIntent Intent = Some.Sale("key-1") with
    {
        Hints = new RecoveryHints { TakenAt = Some.Now, KnownTransactionIds = ["a", "b"] },
    };

    private static readonly JournalEntry Open = JournalRules.Start(Intent, existing: null).Entry!;

    [Fact]
    public void An_outcome_is_recorded_once_and_needs_no_publication()
    {
        var first = Complete(Open, Some.Approved(Intent));
        var again = Complete(first.Entry, Some.Approved(Intent));

        Assert.Equal(JournalWriteStatus.Recorded, first.Status);
        Assert.Equal(1, first.Entry!.Revision);
        Assert.False(first.Entry.IsUnpublished);
        Assert.Null(first.Entry.Intent.Hints);
        Assert.Equal(JournalWriteStatus.Unchanged, again.Status);
        Assert.True(again.IsRecorded);
    }

    [Fact]
    public void An_outcome_without_a_waiting_caller_is_published()
    {
        var write = JournalRules.Complete(Open, 1, Some.Approved(Intent), publish: true, resends: 0, Some.Now);

        Assert.True(write.Entry!.IsUnpublished);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    public void Hints_stay_while_the_outcome_is_in_doubt(PaymentOutcome outcome) =>
        Assert.Equal(Intent.Hints, Complete(Open, Some.Outcome(Intent, outcome)).Entry!.Intent.Hints);

    [Fact]
    public void The_outcome_of_a_stale_attempt_is_refused_and_reported()
    {
        var closed = Complete(Open, Some.NotSent(Intent)).Entry;
        var second = JournalRules.Start(Intent, closed).Entry!;

        var write = Complete(second, Some.Approved(Intent), attempt: 1);

        Assert.Equal(JournalWriteStatus.StaleAttempt, write.Status);
        Assert.Equal(second, write.Entry);
        Assert.Equal(JournalWriteStatus.StaleAttempt, Complete(second, Some.Approved(Intent), attempt: 3).Status);
        Assert.Equal(JournalWriteStatus.NotFound, Complete(null, Some.Approved(Intent)).Status);
    }

    [Fact]
    public void A_late_answer_resolves_an_unresolved_payment_and_is_published()
    {
        var unknown = Complete(Open, Some.Unknown(Intent)).Entry!;

        var write = Complete(unknown, Some.Approved(Intent));

        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        Assert.True(write.Entry!.IsUnpublished);
        var revision = Assert.Single(write.Entry.Revisions);
        Assert.Equal(JournalResolutionSource.LateAnswer, revision.Source);
        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (revision.From, revision.To));
    }

    [Fact]
    public void An_unknown_answer_adds_nothing_to_an_unresolved_payment()
    {
        var pending = Complete(Open, Some.Pending(Intent)).Entry!;

        Assert.Equal(JournalWriteStatus.Unchanged, Complete(pending, Some.Unknown(Intent)).Status);
    }

    [Fact]
    public void An_unknown_answer_that_shows_a_transaction_or_a_contradiction_is_kept()
    {
        var unknown = Some.Unknown(Intent);
        var doubt = Complete(Open, unknown).Entry;
        var shown = Some.Outcome(Intent, PaymentOutcome.Unknown, Some.Transaction("seen"));
        var contradiction = JournalOutcome.Of(
            unknown.Result with
            {
                Anomaly = new PaymentAnomaly { Kind = AnomalyKind.Amount, Description = "Another amount." },
            }
        );

        foreach (var outcome in new[] { shown, contradiction })
        {
            var write = Complete(doubt, outcome);

            Assert.Equal((JournalWriteStatus.Recorded, outcome), (write.Status, write.Entry!.Outcome));
            Assert.False(write.Entry.IsUnpublished);
            Assert.Equal(JournalWriteStatus.Unchanged, Complete(write.Entry, unknown).Status);
        }
    }

    [Fact]
    public void A_final_outcome_stays_but_proof_of_a_charge_is_never_dropped()
    {
        var approved = Complete(Open, Some.Approved(Intent)).Entry!;
        var unsent = Complete(Open, Some.NotSent(Intent)).Entry!;

        Assert.Equal(JournalWriteStatus.AlreadyFinal, Complete(approved, Some.Declined(Intent)).Status);
        Assert.Equal(JournalWriteStatus.AlreadyFinal, Complete(approved, Some.Unknown(Intent)).Status);
        var charged = Complete(unsent, Some.Approved(Intent));
        Assert.Equal(JournalWriteStatus.Recorded, charged.Status);
        Assert.True(charged.Entry!.IsApproved);
        Assert.True(charged.Entry.IsUnpublished);
    }

    [Fact]
    public void No_raw_answer_and_no_card_number_gets_into_the_journal()
    {
        var result = Some.Declined(Intent).Result with
        {
            Answer = new ProviderAnswer { HttpStatus = 402, Body = "raw" },
            Message = "card 4111 1111 1111 1111 was refused",
            Provider = new ProviderDetails
            {
                Message = "PAN=4111111111111111;",
                NetworkMessage = "5500-0000-0000-0004",
            },
            Problems = [new RequestProblem { Field = "Card", Message = "378282246310005 is wrong" }],
        };
        var handMade = new JournalOutcome { Result = result };

        var kept = Complete(Open, handMade).Entry!.Outcome!.Result;

        Assert.Null(kept.Answer);
        Assert.Equal("card **** **** **** 1111 was refused", kept.Message);
        Assert.Equal("PAN=************1111;", kept.Provider.Message);
        Assert.Equal("****-****-****-0004", kept.Provider.NetworkMessage);
        Assert.Equal("***********0005 is wrong", kept.Problems[0].Message);
    }

    [Theory]
    [MemberData(nameof(WrittenNumbers.Numbers), MemberType = typeof(WrittenNumbers))]
    public void No_card_number_gets_into_the_journal_however_it_is_written(string number)
    {
        var handMade = new JournalOutcome
        {
            Result = Some.Declined(Intent).Result with { Message = $"refused: {number}" },
        };

        var kept = Complete(Open, handMade).Entry!.Outcome!.Result.Message!;

        Assert.DoesNotContain(number, kept, StringComparison.Ordinal);
        Assert.EndsWith(WrittenNumbers.LastFour, kept, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrittenNumbers.Others), MemberType = typeof(WrittenNumbers))]
    public void A_text_without_a_card_number_is_kept(string text) =>
        Assert.Equal(text, JournalOutcome.Of(Some.Declined(Intent).Result with { Message = text }).Result.Message);

    [Fact]
    public void A_cut_leaves_neither_half_a_character_nor_a_part_of_a_card_number()
    {
        var room = new string('x', JournalOutcome.MaxTextLength - 1);
        string KeptOf(string text) =>
            JournalOutcome.Of(Some.Declined(Intent).Result with { Message = text }).Result.Message!;

        Assert.Equal(room, KeptOf($"{room}\U0001F600"));
        Assert.Equal(room, KeptOf($"{room}e\u0301"));
        Assert.Equal(
            $"{room[15..]}************1111"[..JournalOutcome.MaxTextLength],
            KeptOf($"{room[15..]}4111111111111111yz")
        );
        Assert.Equal($"{room[10..]}***********", KeptOf($"{room[10..]}4111111111111111"));
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        var outcome = JournalOutcome.Of(Some.Declined(Intent).Result with { Message = new string('x', 100_000) });

        Assert.Equal(JournalOutcome.MaxTextLength, outcome.Result.Message!.Length);
    }

    private static JournalWrite Complete(JournalEntry? entry, JournalOutcome outcome, int attempt = 1) =>
        JournalRules.Complete(entry, attempt, outcome, publish: false, resends: 0, Some.Now);
}
