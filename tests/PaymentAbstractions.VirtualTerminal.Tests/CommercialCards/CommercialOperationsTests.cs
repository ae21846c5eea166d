namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>How each operation handles commercial data, and what its result reports.</summary>
public class CommercialOperationsTests
{
    private const string Data = "CommercialCardData";

    private static readonly CommercialCardData Dropping = Some.LevelIII with
    {
        WhenNotExpressible = WhenNotExpressible.DropAndReport,
        InvoiceNumber = "INV-1001",
    };

    public static TheoryData<string, PaymentRequest> Charges =>
        new()
        {
            { "sale", Some.Sale(96.60m) with { CommercialCardData = Dropping } },
            { "auth", Some.Authorize(96.60m) with { CommercialCardData = Dropping } },
            { "credit", Some.Credit(96.60m) with { CommercialCardData = Dropping } },
        };

    [Theory]
    [MemberData(nameof(Charges))]
    public async Task A_charge_reports_what_was_sent_and_what_was_not(string type, PaymentRequest request)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale(96.60m).With("TransactionType", type).With("Level", 3).Ok());

        var result = await fixture.SendAsync(request);

        Assert.True(result.IsApproved);
        Assert.Equal(
            (CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII),
            (result.CommercialData.SentLevel, result.CommercialData.ReportedLevel)
        );
        Assert.Equal(["InvoiceNumber"], result.CommercialData.DroppedFields);
    }

    [Theory]
    [MemberData(nameof(Charges))]
    public async Task Refused_and_unknown_results_report_it_too_and_unsent_ones_do_not(
        string type,
        PaymentRequest request
    )
    {
        await using var refusing = new VirtualTerminalFixture(("BelieveDeclinedCredits", "true"));
        await using var breaking = new VirtualTerminalFixture();
        await using var closed = new VirtualTerminalFixture();
        refusing.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, "DECLINE"));
        breaking.Stub.On(VirtualTerminalStub.Add, StubAnswer.Reset());
        closed.Stub.On(VirtualTerminalStub.Add, StubAnswer.Refused());

        var declined = await refusing.SendAsync(request);
        var unknown = await breaking.SendAsync(request);
        var notSent = await closed.SendAsync(request);

        Assert.NotEmpty(type);
        Assert.Equal(
            [PaymentOutcome.Declined, PaymentOutcome.Unknown, PaymentOutcome.NotSent],
            new[] { declined, unknown, notSent }.Select(result => result.Outcome)
        );
        Assert.All(
            [declined, unknown],
            result =>
            {
                Assert.Equal(
                    (CommercialDataLevel.LevelIII, null),
                    (result.CommercialData.SentLevel, result.CommercialData.ReportedLevel)
                );
                Assert.Equal(["InvoiceNumber"], result.CommercialData.DroppedFields);
            }
        );
        Assert.Null(notSent.CommercialData.SentLevel);
        Assert.Empty(notSent.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task Nothing_goes_down_a_level_after_a_send()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On(VirtualTerminalStub.Add, Txn.Error(400, "Product not found"), Txn.Sale(96.60m).Ok())
            .Lists(7001, Txn.List().Ok());

        var result = await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Dropping });

        Assert.Equal(
            (PaymentOutcome.Rejected, CommercialDataLevel.LevelIII),
            (result.Outcome, result.CommercialData.SentLevel)
        );
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_capture_refuses_data_by_name_unless_it_may_be_dropped()
    {
        await using var fixture = new VirtualTerminalFixture(("LeaveOutUnsupportedData", "true"));

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Some.Capture() with { CommercialCardData = Some.LevelII })
        );

        Assert.Equal(
            $"{Data}: (CustomerReference, Tax.Amount, Freight) cannot be sent: a capture carries no data at this provider; omit it, or set WhenNotExpressible to DropAndReport.",
            Assert.Single(refusal.Problems).ToString()
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_capture_drops_and_reports_and_compares_no_level()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(
                Txn.Id,
                Txn.Authorization(96.60m).With("Level", 3).Ok(),
                Txn.Captured(96.60m).With("Level", 3).Ok()
            )
            .On("POST transaction/capture", Txn.Done("Transaction Captured").Ok());

        var result = await fixture.SendAsync(Some.Capture(96.60m) with { CommercialCardData = Dropping });

        Assert.True(result.IsApproved);
        Assert.Equal(
            (null, CommercialDataLevel.LevelIII),
            (result.CommercialData.SentLevel, result.CommercialData.ReportedLevel)
        );
        Assert.False(result.CommercialData.LevelWasChanged);
        Assert.Equal(Dropping.GivenFields(), result.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task A_capture_that_is_not_sent_drops_nothing()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Authorization(96.60m).Ok()).On("POST transaction/capture", StubAnswer.Refused());
        await using var settled = new VirtualTerminalFixture();
        settled.Stub.Shows(Txn.Id, Txn.Captured(96.60m).Ok());
        var capture = Some.Capture(96.60m) with { CommercialCardData = Dropping };

        var notSent = await fixture.SendAsync(capture);
        var rejected = await settled.SendAsync(capture);

        Assert.Equal((PaymentOutcome.NotSent, PaymentOutcome.Rejected), (notSent.Outcome, rejected.Outcome));
        Assert.Empty(notSent.CommercialData.DroppedFields);
        Assert.Empty(rejected.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task A_partial_capture_carries_the_data_of_its_part()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization(96.60m).Ok(), Txn.Captured(46.60m).Ok())
            .On("POST transaction/capture", Txn.Done("Transaction Captured").Ok());
        var exact = Dropping with { RequestedLevel = RequestedDataLevel.LevelIII };
        var whole = Some.Capture(46.60m) with { CommercialCardData = exact };
        var part = whole with { CommercialCardData = Dropping with { LineItems = [Some.Line("BOLT-10", 1, 30)] } };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SendAsync(whole));
        var result = await fixture.SendAsync(part);

        Assert.Equal("Amount", Assert.Single(refusal.Problems).Field);
        Assert.True(result.IsApproved);
    }

    [Fact]
    public async Task A_refund_that_becomes_a_credit_carries_its_own_lines()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture
            .Stub.Shows(Txn.Id, Txn.Sale(96.60m).InStatus("Settled").Ok())
            .On(VirtualTerminalStub.Add, Txn.Credit(43.30m).With("Level", 3).Ok());

        var result = await fixture.SendAsync(
            Some.Refund(43.30m) with
            {
                CommercialCardData = Dropping with
                {
                    Tax = new CommercialTax { Amount = Money.Usd(3.30m) },
                    Freight = Money.Usd(0),
                    LineItems = [Some.Line("BOLT-10", 1, 40)],
                },
            }
        );

        Assert.True(result.IsApproved);
        Assert.Equal(
            (CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII),
            (result.CommercialData.SentLevel, result.CommercialData.ReportedLevel)
        );
        Assert.Equal(["InvoiceNumber"], result.CommercialData.DroppedFields);
        GoldenFile.AssertMatches("refund-credit-level-3", [.. fixture.Stub.Requests]);
    }

    [Fact]
    public async Task A_refund_is_checked_for_the_credit_before_anything_is_read()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(
                Some.Refund(96.60m) with
                {
                    CommercialCardData = Some.LevelIII with { InvoiceNumber = "INV-1001" },
                }
            )
        );

        Assert.Equal($"{Data}.InvoiceNumber", Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_refund_that_becomes_a_void_is_rejected_with_data_that_may_not_be_dropped()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, Txn.Sale(96.60m).Ok());

        var result = await fixture.SendAsync(Some.Refund(96.60m) with { CommercialCardData = Some.LevelII });

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (result.Outcome, result.Reason));
        Assert.Equal(Data, Assert.Single(result.Problems).Field);
        Assert.Contains(
            "a void, which this refund becomes before settlement,",
            result.Message,
            StringComparison.Ordinal
        );
        Assert.True(result.MaySendAgain);
        Assert.Null(result.CommercialData.SentLevel);
        Assert.Empty(result.CommercialData.DroppedFields);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_refund_that_becomes_a_void_drops_and_reports()
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture
            .Stub.Shows(Txn.Id, Txn.Sale(96.60m).Ok(), Txn.Sale(96.60m).InStatus("Voided").Ok())
            .On("POST transaction/void", Txn.Done("Transaction Voided").Ok());

        var result = await fixture.SendAsync(Some.Refund(96.60m) with { CommercialCardData = Dropping });

        Assert.True(result.IsApproved);
        Assert.Equal(PaymentOperation.Void, result.PerformedAs);
        Assert.Null(result.CommercialData.SentLevel);
        Assert.Equal(Dropping.GivenFields(), result.CommercialData.DroppedFields);
    }
}
