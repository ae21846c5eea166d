namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The texts of the gateway behind the API, as third parties list them, are interpreted as that list defines them.</summary>
public class GatewayTextTests
{
    private const string Reference = "REFID:3161234567";

    private static readonly (string Text, string Meaning, string Code)[] Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Refusals", "gateway-texts.csv"))
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(row => (row[1], row[2], row[3])),
    ];

    public static TheoryData<string, string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (text, meaning, code) in Rows)
            {
                data.Add(text, meaning, code);
            }

            return data;
        }
    }

    [Fact]
    public void The_table_is_whole() => Assert.Equal((34, 22), (Rows.Length, Rows.Count(row => row.Code.Length > 0)));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task An_authorization_is_answered_as_the_table_means_it_in_any_form(
        string text,
        string meaning,
        string code
    )
    {
        var expected = meaning == "Unlisted" ? PaymentOutcome.Unknown : Enum.Parse<PaymentOutcome>(meaning);

        foreach (var answer in FormsOf(text))
        {
            var result = await SendAsync(Some.Authorize(), answer);

            Assert.True(result.Outcome == expected, $"{result}");
            Assert.Equal(code.Length == 0 ? null : code, result.Code?.Value);
            Assert.True(meaning != "Rejected" || result.Reason == PaymentReason.Misconfigured);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_sale_is_refused_by_an_unlisted_text_only_where_the_list_agrees(
        string text,
        string meaning,
        string code
    )
    {
        var answer = Txn.Error(400, text);
        var listed = Enum.TryParse<PaymentOutcome>(meaning, out var outcome);

        var whole = await SendAsync(Some.Sale(), answer, list: Txn.List().Ok());
        var unread = await SendAsync(Some.Sale(), answer);

        Assert.Equal(listed ? outcome : PaymentOutcome.Declined, whole.Outcome);
        Assert.Equal(listed ? outcome : PaymentOutcome.Unknown, unread.Outcome);
        Assert.Equal(code.Length == 0 ? null : code, whole.Code?.Value);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_credit_is_never_believed_declined_by_the_table_alone(string text, string meaning, string code)
    {
        var answer = Txn.Error(400, text);
        var settled = Txn.Sale(key: "sale").InStatus("Settled").Ok();

        var credit = await SendAsync(Some.Credit(), answer, list: Txn.List().Ok());
        var refund = await SendAsync(Some.Refund(20), answer, list: Txn.List().Ok(), original: settled);
        var believed = await SendAsync(Some.Credit(), answer, settings: ("BelieveDeclinedCredits", "true"));

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Unknown), (credit.Outcome, refund.Outcome));
        Assert.Equal(
            Enum.TryParse<PaymentOutcome>(meaning, out var known) ? known : PaymentOutcome.Unknown,
            believed.Outcome
        );
        Assert.Equal(code.Length == 0 ? null : code, believed.Code?.Value);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Only_what_the_record_shows_is_believed_where_the_table_is_not(
        string text,
        string meaning,
        string code
    )
    {
        var answer = Txn.Error(400, text);
        (string, string?)[] setting = [("BelieveListedDeclines", "false")];

        var authorization = await SendAsync(Some.Authorize(), answer, list: Txn.List().Ok(), settings: setting);
        var unread = await SendAsync(Some.Sale(), answer, settings: setting);
        var agreed = await SendAsync(Some.Sale(), answer, list: Txn.List().Ok(), settings: setting);
        var made = await SendAsync(
            Some.Sale(),
            answer,
            list: Txn.List(Txn.Sale()).Ok(),
            original: Txn.Sale().Ok(),
            settings: setting
        );

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Unknown), (authorization.Outcome, unread.Outcome));
        Assert.Equal(
            Enum.TryParse<PaymentOutcome>(meaning, out var known) ? known : PaymentOutcome.Declined,
            agreed.Outcome
        );
        Assert.Equal(code.Length == 0 ? null : code, agreed.Code?.Value);
        Assert.Equal(
            known == PaymentOutcome.Unknown && meaning == "Unknown" ? PaymentOutcome.Unknown : PaymentOutcome.Approved,
            made.Outcome
        );
    }

    [Theory]
    [InlineData(404, "Payment Method Not Found", PaymentReason.NotFound)]
    [InlineData(404, "Invalid customer", PaymentReason.NotFound)]
    [InlineData(400, "Unknown product code", PaymentReason.InvalidRequest)]
    [InlineData(400, "The API key is not valid", PaymentReason.InvalidCredentials)]
    public async Task A_mistake_that_the_provider_itself_finds_in_a_credit_is_believed(
        int status,
        string text,
        PaymentReason reason
    )
    {
        var result = await SendAsync(Some.Credit(), Txn.Error(status, text));

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("Do not honor, timed out")]
    [InlineData("Declined: communication error with issuer")]
    [InlineData("Insufficient funds (duplicate transaction)")]
    [InlineData("DECLINE - processing error")]
    [InlineData("Invalid card; error processing the request")]
    public async Task A_word_of_doubt_comes_before_every_decline(string text)
    {
        foreach (var answer in FormsOf(text))
        {
            var result = await SendAsync(Some.Authorize(), answer);

            Assert.Equal((PaymentOutcome.Unknown, null), (result.Outcome, result.Code));
        }
    }

    [Fact]
    public async Task A_reference_of_the_gateway_is_no_code_of_a_network()
    {
        foreach (var answer in FormsOf("Insufficient funds").TakeLast(2))
        {
            var provider = (await SendAsync(Some.Authorize(), answer)).Provider;

            Assert.Equal(("Insufficient funds", Reference), (provider.Message, provider.GatewayTransactionId));
            Assert.Equal((null, null, null), (provider.Code, provider.NetworkCode, provider.NetworkTransactionId));
        }
    }

    private static IEnumerable<StubAnswer> FormsOf(string text) =>
        [
            Txn.Error(400, text),
            Txn.Error(404, text.ToUpperInvariant()),
            Txn.Denied(text.ToLowerInvariant()).Ok(),
            Txn.Error(400, $"{text} {Reference}"),
            Txn.Denied($"{text} {Reference}").Ok(),
        ];

    private static async Task<PaymentResult> SendAsync(
        PaymentRequest request,
        StubAnswer answer,
        StubAnswer? list = null,
        StubAnswer? original = null,
        params (string Key, string? Value)[] settings
    )
    {
        await using var fixture = new VirtualTerminalFixture([("EnableRefunds", "true"), .. settings]);
        fixture.Stub.On(VirtualTerminalStub.Add, answer);
        if (list is not null)
        {
            fixture.Stub.Lists(7001, list);
        }

        if (original is not null)
        {
            fixture.Stub.Shows(Txn.Id, original);
        }

        var result = await fixture.SendAsync(request);

        Assert.Single(fixture.Stub.Writes);
        return result;
    }
}
