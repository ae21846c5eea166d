namespace PaymentAbstractions.Journal.Tests;

public sealed class ResolveTests
{
    private static readonly JournalIntent Intent = Some.Sale("key-1");
    private static readonly JournalEntry Open = JournalRules.Start(Intent, existing: null).Entry!;
    private static readonly JournalEntry Unknown = After(Some.Unknown(Intent));
    private static readonly JournalEntry Approved = After(Some.Approved(Intent));

    [Fact]
    public void An_unresolved_payment_is_resolved_audited_and_published()
    {
        foreach (var entry in new[] { Open, Unknown, After(Some.Pending(Intent)) })
        {
            var write = JournalRules.Resolve(entry, Some.Resolution(Intent, Some.Approved(Intent)));

            Assert.Equal(JournalWriteStatus.Recorded, write.Status);
            Assert.True(write.Entry!.IsUnpublished);
            Assert.Equal(entry.Revision + 1, write.Entry.Revision);
            var audit = Assert.Single(write.Entry.Revisions);
            Assert.Equal(("recovery", "found by its reference"), (audit.Who, audit.Why));
            Assert.Equal(entry.Outcome?.Outcome, audit.From);
            Assert.Equal(write.Entry.Revision, audit.Number);
        }
    }

    [Fact]
    public void The_same_again_is_written_once()
    {
        var resolution = Some.Resolution(Intent, Some.Approved(Intent));
        var first = JournalRules.Resolve(Unknown, resolution);

        Assert.Equal(JournalWriteStatus.Unchanged, JournalRules.Resolve(first.Entry, resolution).Status);
    }

    [Fact]
    public void A_resolution_is_fenced_by_attempt_and_revision()
    {
        var resolution = Some.Resolution(Intent, Some.Approved(Intent));

        Assert.Equal(JournalWriteStatus.StaleAttempt, Status(Unknown, resolution with { Attempt = 2 }));
        Assert.Equal(JournalWriteStatus.Outdated, Status(Unknown, resolution with { ExpectedRevision = 0 }));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Unknown, resolution with { ExpectedRevision = 1 }));
        Assert.Equal(JournalWriteStatus.NotFound, Status(null, resolution));
    }

    [Theory]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Rejected)]
    public void An_attempt_that_may_still_be_sent_is_not_declared_unsent(PaymentOutcome outcome)
    {
        var resolution = Some.Resolution(Intent, Some.Outcome(Intent, outcome));
        var early = resolution with { At = Intent.SendBy.AddTicks(-1) };

        Assert.Equal(JournalWriteStatus.TooEarly, Status(Open, early));
        Assert.Equal(JournalWriteStatus.TooEarly, Status(Open, early with { Source = JournalResolutionSource.Person }));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Open, resolution with { At = Intent.SendBy }));
        // An unresolved attempt may be sent once more until its send-by has passed.
        Assert.Equal(JournalWriteStatus.TooEarly, Status(Unknown, early));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Unknown, resolution with { At = Intent.SendBy }));
    }

    [Fact]
    public void A_person_frees_no_way_for_what_may_still_be_sent_and_a_provider_that_shows_it_declined_does()
    {
        var declined = Some.Resolution(Intent, Some.Declined(Intent)) with { At = Intent.SendBy.AddTicks(-1) };
        var byPerson = declined with { Source = JournalResolutionSource.Person };
        var rejected = Some.Outcome(Intent, PaymentOutcome.Rejected, Some.Transaction("refused"));

        Assert.Equal(JournalWriteStatus.TooEarly, Status(Open, byPerson));
        Assert.Equal(JournalWriteStatus.TooEarly, Status(Unknown, byPerson));
        Assert.Equal(JournalWriteStatus.TooEarly, Status(Open, byPerson with { Outcome = rejected }));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Open, byPerson with { At = Intent.SendBy }));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Open, byPerson with { Outcome = Some.Approved(Intent) }));
        Assert.Equal(JournalWriteStatus.Recorded, Status(Open, declined));
    }

    [Fact]
    public void A_lookup_of_another_transaction_changes_a_final_outcome_only_with_a_newer_revision()
    {
        var declined = After(Some.Outcome(Intent, PaymentOutcome.Declined, Some.Transaction("declined")));
        var approved = Some.Approved(Intent, "other");

        Assert.Equal(JournalWriteStatus.AlreadyFinal, Status(declined, Some.Resolution(Intent, approved)));
        Assert.Equal(
            JournalWriteStatus.Recorded,
            Status(declined, Some.Resolution(Intent, approved with { ProviderRevision = 2 }))
        );
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    public void A_transaction_that_is_now_shown_as_approved_moved_money_regardless_of_earlier_answers(
        PaymentOutcome before
    )
    {
        var entry = After(Some.Outcome(Intent, before, Some.Transaction("sale")));

        var write = JournalRules.Resolve(entry, Some.Resolution(Intent, Some.Approved(Intent, "sale")));

        Assert.Equal((JournalWriteStatus.Recorded, true), (write.Status, write.Entry!.IsUnpublished));
        var revision = write.Entry.Revisions[^1];
        Assert.Equal((before, PaymentOutcome.Approved), (revision.From, revision.To));
        Assert.Contains(JournalChange.Outcome, revision.Changes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void A_lookup_never_takes_an_approval_back(int? revision)
    {
        var declined = Some.Outcome(Intent, PaymentOutcome.Declined, Approved.Outcome!.Transaction) with
        {
            ProviderRevision = revision,
        };

        Assert.Equal(JournalWriteStatus.AlreadyFinal, Status(Approved, Some.Resolution(Intent, declined)));
        // The provider's own report and a person can replace it.
        foreach (var source in new[] { JournalResolutionSource.Provider, JournalResolutionSource.Person })
        {
            Assert.Equal(
                JournalWriteStatus.Recorded,
                Status(Approved, Some.Resolution(Intent, declined, source: source))
            );
        }
    }

    [Fact]
    public void A_look_up_that_is_older_than_the_last_reading_changes_nothing()
    {
        var entry = After(Some.Outcome(Intent, PaymentOutcome.Declined, Some.Transaction("sale"))) with
        {
            Observation = Some.Observation("sale") with { ProviderRevision = 5 },
        };
        var approved = Some.Approved(Intent, "sale");

        Assert.Equal(
            JournalWriteStatus.Outdated,
            Status(entry, Some.Resolution(Intent, approved with { ProviderRevision = 4 }))
        );
        Assert.Equal(
            JournalWriteStatus.Recorded,
            Status(entry, Some.Resolution(Intent, approved with { ProviderRevision = 5 }))
        );
    }

    [Fact]
    public void The_provider_changes_a_final_outcome_but_never_into_one_that_is_sent_again_or_in_doubt()
    {
        var provider = Some.Resolution(Intent, Some.Declined(Intent), source: JournalResolutionSource.Provider);

        Assert.Equal(JournalWriteStatus.Recorded, Status(Approved, provider));
        foreach (
            var outcome in new[]
            {
                Some.NotSent(Intent),
                Some.Rejected(Intent),
                Some.Unknown(Intent),
                Some.Pending(Intent),
            }
        )
        {
            Assert.Equal(JournalWriteStatus.AlreadyFinal, Status(Approved, provider with { Outcome = outcome }));
        }
    }

    [Fact]
    public void A_person_may_change_everything_and_must_give_name_and_reason()
    {
        var person = Some.Resolution(Intent, Some.NotSent(Intent), source: JournalResolutionSource.Person);

        Assert.Equal(JournalWriteStatus.Recorded, Status(Approved, person));
        var thrown = Assert.Throws<PaymentRequestException>(() =>
            JournalRules.Validate(person with { Who = " ", Why = null })
        );
        Assert.Equal(["Who", "Why"], thrown.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_charge_that_a_provider_shows_overrules_a_persons_no_without_a_newer_revision_and_is_published()
    {
        var decided = ByPerson(Some.Declined(Intent));
        var published = JournalRules.Publish(decided, decided.Revision).Entry!;

        var write = JournalRules.Resolve(published, Some.Resolution(Intent, Some.Approved(Intent)));

        Assert.Equal((JournalWriteStatus.Recorded, true), (write.Status, write.Entry!.IsUnpublished));
        Assert.Equal((true, JournalResolutionSource.Lookup), (write.Entry.IsApproved, write.Entry.DecidedBy));
        // An earlier report of the provider is not a person's decision.
        Assert.Equal(
            JournalWriteStatus.AlreadyFinal,
            Status(After(Some.Declined(Intent)), Some.Resolution(Intent, Some.Approved(Intent)))
        );
    }

    [Fact]
    public void Only_a_decline_of_the_named_transaction_overrules_a_persons_yes()
    {
        var decided = ByPerson(Some.Approved(Intent, "named"));
        var named = Some.Outcome(Intent, PaymentOutcome.Declined, Some.Transaction("named"));
        var other = Some.Outcome(Intent, PaymentOutcome.Declined, Some.Transaction("other"));

        Assert.Equal(JournalWriteStatus.Recorded, Status(decided, Some.Resolution(Intent, named)));
        foreach (var outcome in new[] { other, Some.Declined(Intent), Some.NotSent(Intent), Some.Unknown(Intent) })
        {
            Assert.Equal(JournalWriteStatus.AlreadyFinal, Status(decided, Some.Resolution(Intent, outcome)));
        }
    }

    [Fact]
    public void A_late_answer_overrules_a_person_by_the_same_proof()
    {
        var yes = ByPerson(Some.Approved(Intent, "named"));
        var no = ByPerson(Some.Declined(Intent));
        var declined = Some.Outcome(Intent, PaymentOutcome.Declined, Some.Transaction("named"));

        var late = JournalRules.Complete(yes, 1, declined, publish: false, resends: 0, Some.Now);
        var unproven = JournalRules.Complete(yes, 1, Some.Declined(Intent), publish: false, resends: 0, Some.Now);
        var charged = JournalRules.Complete(no, 1, Some.Approved(Intent), publish: false, resends: 0, Some.Now);

        Assert.Equal((JournalWriteStatus.Recorded, true), (late.Status, late.Entry!.IsUnpublished));
        Assert.Equal(JournalWriteStatus.AlreadyFinal, unproven.Status);
        Assert.True(charged.Entry!.IsApproved);
    }

    [Fact]
    public void Every_change_by_a_person_is_kept_and_of_the_others_the_latest()
    {
        var entry = JournalRules
            .Resolve(Unknown, Some.Resolution(Intent, Some.Approved(Intent), source: JournalResolutionSource.Person))
            .Entry!;
        for (var i = 0; i < 100; i++)
        {
            var outcome = entry.Outcome! with { ProviderRevision = i };
            entry = JournalRules
                .Resolve(entry, Some.Resolution(Intent, outcome, source: JournalResolutionSource.Provider))
                .Entry!;
        }

        Assert.Equal(102, entry.Revision);
        Assert.Equal(JournalEntry.MaxRevisions + 1, entry.Revisions.Count);
        Assert.Equal(JournalResolutionSource.Person, entry.Revisions[0].Source);
        Assert.Equal(102, entry.Revisions[^1].Number);
    }

    [Fact]
    public void A_publication_is_noted_up_to_its_revision()
    {
        var first = JournalRules.Resolve(Unknown, Some.Resolution(Intent, Some.Approved(Intent))).Entry!;
        var second = JournalRules
            .Resolve(first, Some.Resolution(Intent, Some.Declined(Intent), source: JournalResolutionSource.Provider))
            .Entry!;

        var late = JournalRules.Publish(second, first.Revision).Entry!;

        Assert.True(late.IsUnpublished);
        Assert.False(JournalRules.Publish(late, second.Revision).Entry!.IsUnpublished);
        Assert.Equal(JournalWriteStatus.Unchanged, JournalRules.Publish(late, 1).Status);
        Assert.Equal(second.Revision, JournalRules.Publish(late, 999).Entry!.PublishedRevision);
        Assert.Equal(JournalWriteStatus.NotFound, JournalRules.Publish(null, 1).Status);
    }

    [Fact]
    public void An_unpublished_entry_stays_unpublished_after_the_next_attempt()
    {
        var unsent = JournalRules.Resolve(Unknown, Some.Resolution(Intent, Some.NotSent(Intent))).Entry!;
        var second = JournalRules.Start(Intent, unsent).Entry!;

        var write = JournalRules.Complete(second, 2, Some.Approved(Intent), publish: false, resends: 0, Some.Now);

        Assert.True(write.Entry!.IsUnpublished);
    }

    private static JournalEntry ByPerson(JournalOutcome outcome) =>
        JournalRules.Resolve(Unknown, Some.Resolution(Intent, outcome, source: JournalResolutionSource.Person)).Entry!;

    private static JournalEntry After(JournalOutcome outcome) =>
        JournalRules.Complete(Open, 1, outcome, publish: false, resends: 0, Some.Now).Entry!;

    private static JournalWriteStatus Status(JournalEntry? entry, JournalResolution resolution) =>
        JournalRules.Resolve(entry, resolution).Status;
}
