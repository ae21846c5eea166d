namespace PaymentAbstractions.Journal.Tests;

/// <summary>An order that turns out to have been charged twice is reported and listed, never voided automatically.</summary>
public abstract class DuplicateChargeTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent First = Some.Sale("key-1");
    private static readonly JournalIntent Second = Some.Sale("key-2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JournalResolutionSource.Lookup)]
    [InlineData(JournalResolutionSource.Provider)]
    [InlineData(JournalResolutionSource.Person)]
    public async Task A_decline_that_turns_out_approved_after_another_key_paid_is_a_duplicate_charge(
        JournalResolutionSource source
    )
    {
        var journal = await PaidAfterDeclineAsync();

        var write = await journal.ResolveAsync(Approval(First, source), Token);

        Assert.Equal(Second.JournalKey, write.Entry!.DuplicateOf);
        Assert.Equal(["key-1"], await journal.UnpublishedAsync());
        Assert.Equal(write.Entry, Assert.Single(await ListAsync(journal)));
        Assert.Equal(1, (await journal.CountAsync(cancellationToken: Token)).DuplicateCharges);
        Assert.Null((await journal.FindAsync(Second.JournalKey, Token))!.DuplicateOf);
    }

    [Fact]
    public async Task A_late_answer_that_proves_a_second_charge_is_one_too()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Unknown(First));
        await journal.ResolveAsync(
            Some.Resolution(First, Some.Declined(First), source: JournalResolutionSource.Person),
            Token
        );
        await journal.PayAsync(Second);

        var write = await journal.CompleteAsync(First.JournalKey, 1, Some.Approved(First), cancellationToken: Token);

        Assert.True(write.Entry!.IsDuplicateCharge);
    }

    [Fact]
    public async Task One_that_was_under_way_when_the_other_turned_out_approved_is_one_when_it_is_answered()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Declined(First));
        await journal.BeginAsync(Second, Token);
        var found = await journal.ResolveAsync(Approval(First, JournalResolutionSource.Provider), Token);

        var write = await journal.CompleteAsync(Second.JournalKey, 1, Some.Approved(Second), cancellationToken: Token);

        Assert.False(found.Entry!.IsDuplicateCharge);
        Assert.Equal(First.JournalKey, write.Entry!.DuplicateOf);
        Assert.Equal(["key-1", "key-2"], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
        Assert.Equal([Second.JournalKey], (await ListAsync(journal)).Select(entry => entry.Key));
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Unknown)]
    public async Task One_that_was_under_way_and_did_not_charge_is_none(PaymentOutcome outcome)
    {
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Declined(First));
        await journal.BeginAsync(Second, Token);
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Provider), Token);

        await journal.CompleteAsync(Second.JournalKey, 1, Some.Outcome(Second, outcome), cancellationToken: Token);

        Assert.Empty(await ListAsync(journal));
        Assert.DoesNotContain("key-2", await journal.UnpublishedAsync());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_additional_payment_is_no_duplicate(bool isFirst, bool isSecond)
    {
        var journal = await OpenAsync();
        var first = First with { AdditionalPayment = isFirst };
        var second = Second with { AdditionalPayment = isSecond };
        await journal.PayAsync(first, Some.Declined(first));
        await journal.PayAsync(second);

        await journal.ResolveAsync(Approval(first, JournalResolutionSource.Provider), Token);

        Assert.Empty(await ListAsync(journal));
    }

    [Fact]
    public async Task A_second_charge_after_the_first_went_back_is_no_duplicate()
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.PayAsync(Some.Refund("r", Some.Transaction("txn-key-2")));

        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Provider), Token);

        Assert.Empty(await ListAsync(journal));
    }

    [Theory]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    [InlineData(null)]
    public async Task It_is_listed_until_it_is_reversed(PaymentOperation? operation)
    {
        var journal = await PaidAfterDeclineAsync();
        var found = await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        await journal.MarkPublishedAsync(First.JournalKey, found.Entry!.Revision, Token);
        var charge = Some.Transaction("txn-key-1");

        _ = operation switch
        {
            PaymentOperation.Void => await journal.PayAsync(Some.Void("v", charge)),
            PaymentOperation.Refund => await journal.PayAsync(Some.Refund("r", charge)),
            _ => (await journal.SeeAsync(Some.Observation("txn-key-1", isReversed: true))).Entry,
        };

        Assert.Empty(await ListAsync(journal));
        Assert.Equal(0, (await journal.CountAsync(cancellationToken: Token)).DuplicateCharges);
        // A caller who gives the money back through the journal already knows the result.
        Assert.Equal(operation is null ? ["key-1"] : [], await journal.UnpublishedAsync());
        var again = await RestartAsync(journal);
        Assert.Empty(await ListAsync(again));
    }

    [Fact]
    public async Task A_part_that_went_back_leaves_it_listed()
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);

        await journal.PayAsync(Some.Refund("r", Some.Transaction("txn-key-1"), 4m));

        Assert.Single(await ListAsync(journal));
    }

    [Fact]
    public async Task It_is_listed_until_a_person_takes_note_of_it_and_what_was_proven_stays()
    {
        var journal = await PaidAfterDeclineAsync();
        var charged = await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);

        var write = await journal.ResolveAsync(
            Some.Resolution(
                First,
                Some.Outcome(First, PaymentOutcome.Approved, Some.Transaction("named"), First.Amount),
                source: JournalResolutionSource.Person
            ) with
            {
                Who = "Ada",
                Why = "The shopper wanted two.",
            },
            Token
        );

        Assert.Empty(await ListAsync(journal));
        Assert.Equal(charged.Entry!.Outcome, write.Entry!.Outcome);
        Assert.Equal(
            ("Ada", "The shopper wanted two."),
            (write.Entry.Revisions[^1].Who, write.Entry.Revisions[^1].Why)
        );
        Assert.True(write.Entry.IsUnpublished);
    }

    [Fact]
    public async Task It_is_none_any_more_when_the_other_one_turns_out_declined()
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);

        await journal.ResolveAsync(
            Some.Resolution(Second, Some.Declined(Second), source: JournalResolutionSource.Provider),
            Token
        );

        Assert.Empty(await ListAsync(journal));
        Assert.True((await journal.FindAsync(First.JournalKey, Token))!.IsApproved);
    }

    [Theory]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    [InlineData(null)]
    public async Task It_is_none_any_more_when_the_other_one_went_back_and_the_other_is_one_when_that_is_undone(
        PaymentOperation? operation
    )
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        var charge = Some.Transaction("txn-key-2");
        var refund = Some.Refund("r", charge);

        _ = operation switch
        {
            PaymentOperation.Void => await journal.PayAsync(Some.Void("v", charge)),
            PaymentOperation.Refund => await journal.PayAsync(refund, Some.Approved(refund, "r")),
            _ => (await journal.SeeAsync(Some.Observation("txn-key-2", isReversed: true))).Entry,
        };

        Assert.Empty(await ListAsync(journal));
        Assert.True((await journal.FindAsync(First.JournalKey, Token))!.IsApproved);
        if (operation == PaymentOperation.Refund)
        {
            await journal.PayAsync(Some.Void("v", Some.Transaction("r")));
            Assert.Equal(Second.JournalKey, Assert.Single(await ListAsync(journal)).Key);
        }
    }

    [Fact]
    public async Task An_unresolved_payment_is_marked_for_another_charge_when_the_first_one_is_gone()
    {
        var third = Some.Sale("key-3");
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Declined(First));
        await journal.PayAsync(Second, Some.Declined(Second));
        await journal.BeginAsync(third, Token);
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        await journal.ResolveAsync(Approval(Second, JournalResolutionSource.Lookup), Token);

        await journal.ResolveAsync(
            Some.Resolution(First, Some.Declined(First), source: JournalResolutionSource.Provider),
            Token
        );
        var write = await journal.CompleteAsync(third.JournalKey, 1, Some.Approved(third), cancellationToken: Token);

        Assert.Equal(Second.JournalKey, write.Entry!.DuplicateOf);
        Assert.Equal([third.JournalKey], (await ListAsync(journal)).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Of_two_duplicates_of_a_charge_that_is_gone_one_is_left()
    {
        var third = Some.Sale("key-3");
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Declined(First));
        await journal.PayAsync(Second, Some.Declined(Second));
        await journal.PayAsync(third);
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        await journal.ResolveAsync(Approval(Second, JournalResolutionSource.Lookup), Token);

        await journal.PayAsync(Some.Void("v", Some.Transaction("txn-key-3")));

        var left = Assert.Single(await ListAsync(journal));
        Assert.Equal((Second.JournalKey, First.JournalKey), (left.Key, left.DuplicateOf!.Value));
    }

    [Fact]
    public async Task Of_three_charges_that_stand_one_is_no_duplicate_whichever_went_back()
    {
        var journal = await OpenAsync();
        var keys = new[] { 1, 2, 3, 4 }.Select(number => Some.Sale($"key-{number}")).ToList();
        foreach (var sale in keys)
        {
            await journal.PayAsync(sale, Some.Declined(sale));
        }

        foreach (var late in new[] { 2, 1, 0, 3 })
        {
            await journal.ResolveAsync(Approval(keys[late], JournalResolutionSource.Provider), Token);
        }

        await journal.PayAsync(Some.Void("v", Some.Transaction("txn-key-3")));

        Assert.Equal(2, (await ListAsync(journal)).Count);
    }

    [Fact]
    public async Task One_whose_refund_was_voided_is_one_again()
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        var refund = Some.Refund("r", Some.Transaction("txn-key-1"));
        await journal.PayAsync(refund, Some.Approved(refund, "r"));

        await journal.PayAsync(Some.Void("v", Some.Transaction("r")));

        Assert.Equal(First.JournalKey, Assert.Single(await ListAsync(journal)).Key);
    }

    [Fact]
    public async Task It_survives_a_restart()
    {
        var journal = await PaidAfterDeclineAsync();
        var write = await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);
        await journal.MarkPublishedAsync(write.Entry!.Key, write.Entry.Revision, Token);

        var again = await RestartAsync(journal);

        Assert.Equal(First.JournalKey, Assert.Single(await ListAsync(again)).Key);
    }

    [Fact]
    public async Task Duplicates_are_listed_for_one_environment_and_never_with_unresolved_payments()
    {
        var journal = await PaidAfterDeclineAsync();
        await journal.ResolveAsync(Approval(First, JournalResolutionSource.Lookup), Token);

        var sandbox = new JournalQuery { DuplicateCharges = true, Environment = GatewayEnvironment.Sandbox };

        Assert.Empty(await journal.GetUnresolvedAsync(sandbox, Token).ToListAsync(Token));
        Assert.Empty(await journal.GetUnresolvedAsync(new JournalQuery(), Token).ToListAsync(Token));
    }

    [Fact]
    public void The_first_answer_to_a_charge_does_not_read_its_order_again()
    {
        var reader = new OrdersUnread(JournalRules.Start(First, existing: null).Entry!);

        var write = JournalRules.Complete(
            reader,
            First.JournalKey,
            1,
            Some.Approved(First),
            publish: false,
            resends: 0,
            Some.Now
        );

        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        Assert.Empty(write.Others);
    }

    private async Task<IPaymentJournal> PaidAfterDeclineAsync()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.Declined(First));
        await journal.PayAsync(Second);
        return journal;
    }

    private static JournalResolution Approval(JournalIntent intent, JournalResolutionSource source) =>
        Some.Resolution(intent, Some.Approved(intent) with { ProviderRevision = 2 }, source: source);

    private static Task<List<JournalEntry>> ListAsync(IPaymentJournal journal) =>
        journal.GetUnresolvedAsync(new JournalQuery { DuplicateCharges = true }, Token).ToListAsync();

    private sealed class OrdersUnread(JournalEntry entry) : IEntryReader
    {
        public JournalEntry? Find(JournalKey key) => entry;

        public IEnumerable<JournalEntry> FindByKey(JournalKey key) => [entry];

        public IEnumerable<JournalEntry> FindByOrder(OrderReference order, GatewayEnvironment? environment = null) =>
            throw new InvalidOperationException("The order was read.");

        public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
            throw new InvalidOperationException("A transaction was read.");

        public IEnumerable<JournalEntry> FindOpenAuthorizations(
            AccountFingerprint account,
            string customerId,
            DateTimeOffset since
        ) => [];

        public IEnumerable<JournalTicket> FindTickets(string guard) => [];

        public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
            throw new InvalidOperationException("An original was read.");
    }

    public sealed class InMemory() : DuplicateChargeTests(JournalKind.InMemory);

    public sealed class InSqlite() : DuplicateChargeTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : DuplicateChargeTests(JournalKind.PostgreSql);
}
