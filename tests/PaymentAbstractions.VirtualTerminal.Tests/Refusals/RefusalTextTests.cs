namespace PaymentAbstractions.VirtualTerminal.Tests;

public class RefusalTextTests
{
    [Theory]
    [InlineData("DECLINED: Insufficient Funds", "51")]
    [InlineData("Activity limit exceeded", "65")]
    [InlineData("Lost card, pick up", "41")]
    [InlineData("Invalid Credit Card Number REFID:3161234567", "14")]
    [InlineData("Pick-up card", "04")]
    public async Task A_text_becomes_a_code_that_says_where_it_comes_from(string text, string code)
    {
        var result = await SaleAsync(Txn.Error(400, text));

        Assert.Equal(PaymentOutcome.Declined, result.Outcome);
        Assert.Equal(code, result.Code?.Value);
        Assert.Equal(ResponseCodeSource.DerivedFromText, result.Code?.Source);
        Assert.Null(result.Provider.Code);
    }

    [Theory]
    [InlineData(404, "Payment Method Not Found", PaymentReason.NotFound)]
    [InlineData(404, "Customer Not Found", PaymentReason.NotFound)]
    [InlineData(404, "Invalid customer", PaymentReason.NotFound)]
    [InlineData(400, "The API key is not valid", PaymentReason.InvalidCredentials)]
    public async Task A_fault_in_the_request_is_a_rejection(int status, string text, PaymentReason reason)
    {
        var result = await SaleAsync(Txn.Error(status, text));

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Equal(text, result.Provider.Message);
    }

    [Theory]
    [InlineData("Unknown product code")]
    [InlineData("Shipping address could not be saved")]
    public async Task A_text_that_only_names_a_subject_is_believed_where_the_record_agrees(string text)
    {
        foreach (var isMade in new[] { false, true })
        {
            await using var fixture = new VirtualTerminalFixture();
            var made = Txn.Sale().With("Description", VirtualTerminalFixture.Mark());
            fixture
                .Stub.On(VirtualTerminalStub.Add, Txn.Error(400, text))
                .Lists(7001, Txn.List().Ok(), (isMade ? Txn.List(made.Copy()) : Txn.List()).Ok())
                .Shows(Txn.Id, made.Ok());

            var result = await fixture.SendAsync(Some.Sale());

            Assert.Equal(isMade ? PaymentOutcome.Approved : PaymentOutcome.Rejected, result.Outcome);
        }
    }

    [Theory]
    [InlineData("The waves left it")]
    [InlineData("Declared value missing")]
    [InlineData("Error in production system")]
    public async Task Letters_inside_other_words_mean_nothing(string text)
    {
        var result = await SaleAsync(Txn.Error(400, text));

        Assert.Null(result.Code);
        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Theory]
    [InlineData("<b>DECLINE</b>", "DECLINE")]
    [InlineData("&lt;script&gt;x()&lt;/script&gt; DECLINE", "x() DECLINE")]
    [InlineData("Tom &amp; Co: DECLINE", "Tom & Co: DECLINE")]
    [InlineData("DECLINE\tnow   REFID: 99", "DECLINE now")]
    [InlineData("Card 4111111111111111 DECLINE", "Card *** DECLINE")]
    [InlineData("Key vt_canary_9c41d7e2b06a DECLINE", "Key *** DECLINE")]
    public async Task Markup_and_secrets_are_taken_out(string text, string shown)
    {
        var result = await SaleAsync(Txn.Error(400, text));

        Assert.Equal(shown, result.Provider.Message);
        Assert.Equal($"HTTP 400 (DeclinedByIssuer): {shown}", result.Message);
    }

    [Fact]
    public async Task A_number_alone_is_no_text()
    {
        var result = await SaleAsync(Txn.Error(400, "REFID:12"));

        Assert.Equal((PaymentOutcome.Unknown, "(no text)"), (result.Outcome, result.Provider.Message));
        Assert.Equal("REFID:12", result.Provider.GatewayTransactionId);
    }

    [Fact]
    public async Task A_long_text_is_cut()
    {
        var result = await SaleAsync(Txn.Error(400, "DECLINE " + new string('x', 5000)));

        Assert.Equal(300, result.Provider.Message?.Length);
        Assert.Equal("05", result.Code?.Value);
    }

    [Fact]
    public async Task A_long_text_is_not_cut_within_a_character()
    {
        var room = "DECLINE " + new string('x', 291);

        var result = await SaleAsync(Txn.Error(400, $"{room}e&#769; and so on"));

        Assert.Equal(room, result.Provider.Message);
    }

    [Fact]
    public async Task A_code_out_of_a_text_is_read_for_the_brand_of_the_card()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On(VirtualTerminalStub.Add, Txn.Denied("Invalid card", Txn.Id).Ok())
            .Shows(Txn.Id, Txn.Sale().InStatus("Failed").With("CardType", "Mastercard").Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Equal("14", result.Code?.Value);
        Assert.Equal(ResponseCodeSource.DerivedFromText, result.Code?.Source);
    }

    private static async Task<PaymentResult> SaleAsync(StubAnswer answer)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, answer);
        return await fixture.SendAsync(Some.Sale());
    }
}
