using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Answers in every spelling in which pages and clients show them, and in many undocumented ones.</summary>
public class AnswerReadingTests
{
    [Fact]
    public async Task Casing_numeric_strings_and_numbers_for_texts_do_not_matter()
    {
        const string body = """
            {"id":"501234","customerid":"7001","TRANSACTIONTYPE":"SALE","transactiontime":1334766980057,"level":"1",
             "totalAmount":"49.9","status":"NOT SETTLED","captureAmount":"0","PaymentMethodId":"9001","success":true,
             "AuthorizationCode":123456,"LineItems":[{"ID":1}],"Shipping":{"Tag":"x"},"Unknown":[1,{"a":null}],
             "Description":{"odd":1}}
            """;

        var result = await SaleAsync(StubAnswer.Text(200, body));

        Assert.True(result.IsApproved);
        Assert.Equal(
            ("123456", CommercialDataLevel.LevelI),
            (result.Provider.AuthorizationCode, result.CommercialData.ReportedLevel)
        );
    }

    [Fact]
    public async Task An_amount_written_from_a_double_is_read()
    {
        var exact = await SaleAsync(Amount("49.900000000000006"));
        var other = await SaleAsync(Amount("49.9049"));

        Assert.True(exact.IsApproved);
        Assert.Equal(PaymentOutcome.Unknown, other.Outcome);
    }

    public static TheoryData<string> Hostile =>
        [
            .. HostileBodies.Of(Txn.Sale().ToJsonString()),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":1e400"),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":-1e400"),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":79228162514264337593543950335"),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":[49.90]"),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":\"forty\""),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":\"\""),
            Sale("\"TotalAmount\":49.90", "\"TotalAmount\":49.90,\"totalamount\":1"),
            Sale("\"ID\":501234", "\"ID\":501234,\"Id\":7"),
            Sale("\"ID\":501234", "\"ID\":5e400"),
            Sale("\"ID\":501234", "\"ID\":501234.5"),
            Sale("\"ID\":501234", "\"ID\":99999999999999999999"),
            Sale("\"ID\":501234", "\"ID\":{}"),
            Sale("\"Success\":true", "\"Success\":\"true\""),
            Sale("\"Success\":true", "\"Success\":1"),
            Sale("\"Success\":true", "\"Success\":true,\"Success\":false"),
            Sale("\"Status\":\"Not Settled\"", "\"Status\":\"Not Settled\u0000\""),
            Sale("\"Status\":\"Not Settled\"", "\"Status\":\"\ud800\""),
            Sale("\"Status\":\"Not Settled\"", "\"Status\":true"),
            Sale("\"Status\":\"Not Settled\"", $"\"Status\":\"{new string('x', 5000)}\""),
            Sale("\"TransactionType\":\"sale\"", "\"TransactionType\":[\"sale\"]"),
            Sale("\"LineItems\":null", $"\"LineItems\":{new string('[', 200)}{new string(']', 200)}"),
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_undocumented_answer_proves_nothing(string body)
    {
        await using var fixture = new VirtualTerminalFixture();
        var answer = StubAnswer.Text(200, body);
        fixture
            .Stub.On(VirtualTerminalStub.Add, answer)
            .On("POST transaction/capture", answer)
            .On("POST transaction/void", answer)
            .Shows(Txn.Id, Txn.Authorization().Ok())
            .Shows(8, Txn.Authorization().With("ID", 8).Ok())
            .Shows(7, answer)
            .Lists(7001, answer);

        var sale = await fixture.SendAsync(Some.Sale());
        var capture = await fixture.SendAsync(Some.Capture(key: "key-2", id: "8"));
        var voiding = await fixture.SendAsync(Some.Void("key-3"));
        var unread = await fixture.SendAsync(Some.Void("key-4", id: "7"));
        var found = await fixture.FindAsync("7");
        var attempt = await fixture.FindAsync(Some.Sale());

        Assert.All([sale, capture, voiding], result => Assert.Equal(PaymentOutcome.Unknown, result.Outcome));
        Assert.NotEqual(PaymentOutcome.Approved, unread.Outcome);
        Assert.NotEqual(PaymentOutcome.Approved, found.State?.Outcome);
        Assert.NotEqual(FindStatus.Found, attempt.Status);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_prove_nothing()
    {
        var result = await SaleAsync(StubAnswer.Bytes(200, HostileBodies.NotUtf8("{\"ID\":501234,\"Status\":\"")));

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Fact]
    public async Task No_cut_or_changed_answer_throws_or_is_approved_for_another_amount()
    {
        await using var fixture = new VirtualTerminalFixture();
        var whole = Encoding.UTF8.GetBytes(Txn.Sale(50).ToJsonString());
        var changes =
            from at in Gen.Choose(0, whole.Length - 1)
            from value in Gen.Choose(0, 255)
            from length in Gen.Choose(at + 1, whole.Length)
            select (At: at, Value: (byte)value, Length: length);

        Prop.ForAll(
                changes.ToArbitrary(),
                change =>
                {
                    var body = whole[..change.Length];
                    body[change.At] = change.Value;
                    fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Bytes(200, body));
#pragma warning disable xUnit1031 // FsCheck's properties are synchronous, and the stub answers immediately.
                    var result = fixture.SendAsync(Some.Sale()).GetAwaiter().GetResult();
#pragma warning restore xUnit1031
                    return result.Outcome != PaymentOutcome.Approved
                        || Encoding.UTF8.GetString(body).Contains("49.9", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task No_error_text_throws_or_approves()
    {
        await using var fixture = new VirtualTerminalFixture();

        Prop.ForAll<NonNull<string>>(text =>
            {
                fixture.Stub.On(VirtualTerminalStub.Add, Txn.Denied(text.Get).Ok());
#pragma warning disable xUnit1031 // FsCheck's properties are synchronous, and the stub answers immediately.
                var result = fixture.SendAsync(Some.Sale()).GetAwaiter().GetResult();
#pragma warning restore xUnit1031
                return result.Outcome is PaymentOutcome.Declined or PaymentOutcome.Rejected or PaymentOutcome.Unknown
                    && result.Transaction is null;
            })
            .QuickCheckThrowOnFailure();
    }

    private static StubAnswer Amount(string json) =>
        StubAnswer.Text(200, Sale("\"TotalAmount\":49.90", $"\"TotalAmount\":{json}"));

    private static string Sale(string original, string hostile) =>
        HostileBodies.Changed(Txn.Sale().ToJsonString(), original, hostile);

    private static async Task<PaymentResult> SaleAsync(StubAnswer answer)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, answer);
        return await fixture.SendAsync(Some.Sale());
    }
}
