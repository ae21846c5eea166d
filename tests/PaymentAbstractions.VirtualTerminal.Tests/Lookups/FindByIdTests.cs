using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class FindByIdTests
{
    [Fact]
    public async Task A_transaction_is_found_by_its_id()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().With("ID", 0).With("Success", false).Ok());

        var found = await fixture.FindAsync("501234");

        Assert.True(found.IsFound);
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Sale), (found.State.Outcome, found.State.Type));
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), found.State.Transaction);
        Assert.Equal(Money.Usd(49.90m), found.State.CapturedAmount);
        Assert.Null(found.State.AuthorizedAmount);
        Assert.Equal(Money.Usd(49.90m), found.State.ProcessedAmount);
        Assert.Equal("7001", found.State.CustomerId);
        Assert.Equal(
            new PaymentMethodDetails
            {
                Kind = PaymentMethodKind.PaymentCard,
                Id = "9001",
                Brand = CardBrand.Visa,
                LastFour = "4242",
            },
            found.State.PaymentMethod
        );
        Assert.Equal(
            ("A1B2C3", "501234"),
            (found.State.Provider.AuthorizationCode, found.State.Provider.TransactionId)
        );
        Assert.Equal(CommercialDataLevel.LevelI, found.State.CommercialData.ReportedLevel);
        Assert.Equal("Not Settled", found.State.Provider.Code);
        Assert.Equal(ConformanceHarness.Start, found.State.CreatedAt);
    }

    [Theory]
    [InlineData("sale", "Settled", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("auth", "notsettled", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("Credit", "Settled", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("sale", "Voided", PaymentOutcome.Reversed, PaymentReason.AlreadyReversed)]
    [InlineData("sale", "Failed", PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer)]
    [InlineData("other", "Failed", PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer)]
    [InlineData("sale", "Other", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("other", "Settled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    public async Task Each_type_and_status_means_one_thing(
        string type,
        string status,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().With("TransactionType", type).InStatus(status).Ok());

        var state = (await fixture.FindAsync("501234")).State;

        Assert.Equal((outcome, reason), (state?.Outcome, state?.Reason));
        Assert.Equal(status == "Voided", state?.VoidedAmount is not null);
        Assert.Equal(type == "auth", state?.AuthorizedAmount is not null);
    }

    [Fact]
    public async Task An_amount_that_cannot_be_read_proves_nothing()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().Without("TotalAmount").Ok());

        var state = (await fixture.FindAsync("501234")).State;

        Assert.Equal(PaymentOutcome.Unknown, state?.Outcome);
    }

    [Fact]
    public async Task Two_figures_that_differ_do_not_say_what_was_captured()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Captured(20).With("TotalAmount", 49.90m).Ok());

        var state = (await fixture.FindAsync("501234")).State;

        Assert.Equal(PaymentOutcome.Approved, state?.Outcome);
        Assert.Null(state?.CapturedAmount);
    }

    [Theory]
    [InlineData(404, "Transaction Not Found", FindStatus.NotSeen)]
    [InlineData(404, null, FindStatus.LookupFailed)]
    [InlineData(404, "Bad path", FindStatus.LookupFailed)]
    [InlineData(400, "Transaction Not Found", FindStatus.LookupFailed)]
    [InlineData(500, null, FindStatus.LookupFailed)]
    public async Task Only_the_providers_own_words_say_that_it_is_not_there(int status, string? text, FindStatus found)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Error(status, text));

        Assert.Equal(found, (await fixture.FindAsync("501234")).Status);
    }

    [Fact]
    public async Task Another_transaction_is_not_taken_for_it()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().With("ID", 7).Ok(), StubAnswer.Json(200, new JsonArray()));

        var another = await fixture.FindAsync("501234");
        var list = await fixture.FindAsync("501234");
        var malformed = await fixture.FindAsync("txn_1");

        Assert.All([another, list, malformed], found => Assert.Equal(FindStatus.LookupFailed, found.Status));
        Assert.Equal(2, fixture.Stub.Requests.Count);
    }
}
