using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class CaptureTests
{
    private const string Capture = "POST transaction/capture";

    [Fact]
    public async Task A_capture_is_approved_when_the_transaction_shows_it()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured().Ok())
            .On(Capture, Txn.Done("Transaction Captured").Ok());

        var result = await fixture.SendAsync(Some.Capture());

        Assert.True(result.IsApproved);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        Assert.Equal((Money.Usd(49.90m), PaymentOperation.Capture), (result.ApprovedAmount, result.PerformedAs));
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.ReportedLevel);
        Assert.Equal(3, fixture.Stub.Requests.Count);
    }

    [Theory]
    [InlineData("TransactionId")]
    [InlineData("id")]
    public async Task The_id_of_the_answer_has_several_names(string name)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured().Ok())
            .On(Capture, Txn.Done("x").Without("ID").With(name, "501234").Ok());

        Assert.True((await fixture.SendAsync(Some.Capture())).IsApproved);
    }

    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(49.90, 20, true)]
    [InlineData(20, 49.90, true)]
    [InlineData(20, 0, true)]
    [InlineData(49.90, 49.90, false)]
    [InlineData(49.90, 0, false)]
    [InlineData(19.99, 20.01, false)]
    public async Task A_part_is_captured_when_one_figure_shows_it(decimal total, decimal captured, bool approved)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(
                Txn.Id,
                Txn.Authorization().Ok(),
                Txn.Sale().With("TotalAmount", total).With("CaptureAmount", captured).Ok()
            )
            .On(Capture, Txn.Done("Transaction Captured").Ok());

        var result = await fixture.SendAsync(Some.Capture(20));

        Assert.Equal(approved ? PaymentOutcome.Approved : PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(approved ? Money.Usd(20) : null, result.ApprovedAmount);
        Assert.Equal(approved, result.Anomaly is null);
    }

    [Theory]
    [InlineData("TransactionType", "\"sale\"")]
    [InlineData("TransactionType", "\"credit\"")]
    [InlineData("TransactionType", "null")]
    [InlineData("Status", "\"Voided\"")]
    [InlineData("Status", "\"Settled\"")]
    [InlineData("Status", "\"Failed\"")]
    [InlineData("CaptureAmount", "1")]
    public async Task Only_an_open_authorization_is_captured(string field, string json)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Authorization().With(field, JsonNode.Parse(json)).Ok());

        var result = await fixture.SendAsync(Some.Capture());

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AuthorizationNotOpen), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task An_authorization_in_an_unknown_state_is_not_captured()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Authorization().InStatus("Other").Ok());

        var result = await fixture.SendAsync(Some.Capture());

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task More_than_is_held_is_not_captured()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Authorization().Ok());

        var result = await fixture.SendAsync(Some.Capture(49.91m));

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.ExceedsAvailableAmount), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_authorization_cannot_be_read()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(
            Txn.Id,
            Txn.Error(404, "Transaction Not Found"),
            Txn.Error(404, null),
            Txn.Error(401, null),
            StubAnswer.Reset(),
            Txn.Authorization().With("ID", 7).Ok(),
            Txn.Authorization().With("TotalAmount", null).Ok()
        );

        var results = new List<(PaymentOutcome, PaymentReason)>();
        for (var i = 0; i < 6; i++)
        {
            var result = await fixture.SendAsync(Some.Capture());
            results.Add((result.Outcome, result.Reason));
        }

        Assert.Equal(
            [
                (PaymentOutcome.Rejected, PaymentReason.NotFound),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.Rejected, PaymentReason.InvalidCredentials),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
            ],
            results
        );
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(404, "Transaction Not Found", PaymentReason.NotFound)]
    [InlineData(400, "Transaction is Captured Already", PaymentReason.AuthorizationNotOpen)]
    [InlineData(
        400,
        "Unable to Capture for more than the original amount of $10.00",
        PaymentReason.ExceedsAvailableAmount
    )]
    public async Task A_refused_capture_is_rejected(int status, string text, PaymentReason reason)
    {
        var result = await CaptureAsync(Txn.Error(status, text), Txn.Authorization().Ok());

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Equal(text, result.Provider.Message);
    }

    [Fact]
    public async Task A_capture_that_was_done_already_may_be_this_one_so_the_record_decides()
    {
        var result = await CaptureAsync(Txn.Error(400, "Transaction is Captured Already"));

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Capture), (result.Outcome, result.PerformedAs));
    }

    [Fact]
    public async Task A_capture_that_is_denied_beside_200_is_rejected()
    {
        var result = await CaptureAsync(
            Txn.Denied("Transaction is Captured Already", Txn.Id).Ok(),
            Txn.Authorization().Ok()
        );

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AuthorizationNotOpen), (result.Outcome, result.Reason));
    }

    public static TheoryData<string, StubAnswer> Doubts =>
        new()
        {
            { "reset", StubAnswer.Reset() },
            { "no text", Txn.Error(400, null) },
            { "502", Txn.Error(502, "Transaction is Captured Already") },
            { "no id", Txn.Done("x", 0).Ok() },
            { "another id", Txn.Done("x", 7).Ok() },
            { "no success", Txn.Done("x").Without("Success").Ok() },
            { "denied for another", Txn.Denied("no", 7).Ok() },
            { "denied without a word", Txn.Denied(null).Ok() },
            { "broken exchange", Txn.Error(400, "No response, try again") },
            { "html", StubAnswer.Text(200, "<html/>", "text/html") },
        };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task Anything_else_leaves_doubt(string name, StubAnswer answer)
    {
        var result = await CaptureAsync(answer);

        Assert.True(result.Outcome == PaymentOutcome.Unknown, name);
        Assert.Null(result.ApprovedAmount);
    }

    public static TheoryData<string, StubAnswer> Unconfirmed =>
        new()
        {
            { "still open", Txn.Authorization().Ok() },
            { "voided", Txn.Captured().InStatus("Voided").Ok() },
            { "not there", Txn.Error(404, "Transaction Not Found") },
            { "reset", StubAnswer.Reset() },
            { "another", Txn.Captured().With("ID", 7).Ok() },
            { "no amount", Txn.Captured().With("TotalAmount", null).With("CaptureAmount", null).Ok() },
        };

    [Theory]
    [MemberData(nameof(Unconfirmed))]
    public async Task A_success_that_the_read_does_not_confirm_is_in_doubt(string name, StubAnswer after)
    {
        var result = await CaptureAsync(Txn.Done("Transaction Captured").Ok(), after);

        Assert.True(result.Outcome == PaymentOutcome.Unknown, name);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Fact]
    public async Task Several_captures_at_once_take_the_money_once()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured().Ok())
            .On(Capture, Txn.Done("Transaction Captured").Ok());

        var results = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => fixture.SendAsync(Some.Capture(key: $"key-{i}")))
        );

        Assert.Single(fixture.Stub.Writes);
        Assert.Single(results, result => result.Outcome == PaymentOutcome.Approved);
        Assert.Equal(3, results.Count(result => result.Outcome == PaymentOutcome.Rejected));
    }

    private static async Task<PaymentResult> CaptureAsync(StubAnswer answer, StubAnswer? after = null)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Authorization().Ok(), after ?? Txn.Captured().Ok()).On(Capture, answer);
        return await fixture.SendAsync(Some.Capture());
    }
}
