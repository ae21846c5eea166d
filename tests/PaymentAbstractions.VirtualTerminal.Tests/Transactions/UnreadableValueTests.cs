using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>An unreadable value makes an answer unreadable if, and only if, it affects the outcome.</summary>
public class UnreadableValueTests
{
    private static readonly string[] Deciding =
    [
        "ID",
        "TransactionType",
        "TotalAmount",
        "Status",
        "CaptureAmount",
        "PaymentMethodID",
        "CustomerID",
        "Success",
    ];

    private static IEnumerable<string> Others => Txn.Sale().Select(member => member.Key).Except(Deciding);

    public static TheoryData<string> OtherMembers => [.. Others];

    public static TheoryData<string> DecidingMembers => [.. Deciding];

    private static JsonNode?[] Odd => [new JsonObject(), new JsonArray(1), new string('x', 5000), true, -1e300];

    [Fact]
    public void Every_member_of_an_answer_is_one_or_the_other() =>
        Assert.Equal((8, 17), (Deciding.Intersect(Txn.Sale().Select(member => member.Key)).Count(), Others.Count()));

    [Theory]
    [MemberData(nameof(OtherMembers))]
    public async Task A_value_that_does_not_decide_is_read_by_itself(string member)
    {
        foreach (var odd in Odd)
        {
            await using var fixture = new VirtualTerminalFixture();
            var shown = Txn.Sale().With(member, odd?.DeepClone());
            var original = Txn.Authorization(id: 8).With(member, odd?.DeepClone());
            fixture
                .Stub.On(VirtualTerminalStub.Add, shown.Ok())
                .On("POST transaction/capture", Txn.Done("Transaction Captured", 8).With(member, odd?.DeepClone()).Ok())
                .Shows(8, original.Ok(), original.Copy().With("TransactionType", "sale").Ok())
                .Shows(Txn.Id, shown.Ok());

            var sale = await fixture.SendAsync(Some.Sale());
            var capture = await fixture.SendAsync(Some.Capture(key: "key-2", id: "8"));
            var found = await fixture.FindAsync("501234");

            Assert.True(sale.IsApproved && capture.IsApproved, $"{member} {odd}: {sale} {capture}");
            Assert.Equal(PaymentOutcome.Approved, found.State?.Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(DecidingMembers))]
    public async Task A_value_that_decides_spoils_the_answer(string member)
    {
        foreach (var odd in Odd.Where(odd => !IsReadable(member, odd)))
        {
            await using var fixture = new VirtualTerminalFixture();
            var shown = Txn.Sale().With(member, odd?.DeepClone());
            fixture
                .Stub.On(VirtualTerminalStub.Add, shown.Ok())
                .Lists(7001, Txn.List(shown).Ok())
                .Shows(Txn.Id, shown.Ok());

            var sale = await fixture.SendAsync(Some.Sale());
            var voiding = await fixture.SendAsync(Some.Void("key-2"));
            var found = await fixture.FindAsync("501234");
            var listed = await fixture.FindAsync(Some.Sale());

            Assert.True(sale.Outcome == PaymentOutcome.Unknown, $"{member} {odd}: {sale}");
            if (member == "Success")
            {
                // Reads do not depend on this member.
                Assert.Equal((FindStatus.Found, PaymentOutcome.Approved), (listed.Status, found.State?.Outcome));
                continue;
            }

            Assert.True(voiding.Outcome == PaymentOutcome.NotSent, $"{member} {odd}: {voiding}");
            Assert.NotEqual(PaymentOutcome.Approved, found.State?.Outcome);
            Assert.NotEqual(FindStatus.Found, listed.Status);
            Assert.NotEqual(FindStatus.NotSeen, listed.Status);
        }
    }

    private static bool IsReadable(string member, JsonNode? odd) =>
        member == "Success" && odd?.GetValueKind() == JsonValueKind.True;

    [Fact]
    public async Task A_row_that_is_unreadable_where_it_decides_spoils_the_list()
    {
        await using var fixture = new VirtualTerminalFixture();
        var odd = Txn.Sale(key: "other", id: 4).With("TotalAmount", "much");
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, "Something nobody has seen"));
        fixture.Stub.Lists(7001, Txn.List(odd, Txn.Sale(key: "another", id: 5)).Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_row_that_may_be_the_sale_leaves_doubt_even_without_an_id()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, "Something nobody has seen"));
        foreach (var description in new[] { null, $"order-1 {VirtualTerminalFixture.Mark()}" })
        {
            fixture.Stub.Lists(7001, Txn.List().Ok(), Txn.List(Txn.Sale(id: 0).With("Description", description)).Ok());

            var result = await fixture.SendAsync(Some.Sale() with { AdditionalPayment = true });

            Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        }
    }

    [Fact]
    public async Task Unreadable_values_are_counted_by_name()
    {
        const string Gateway = "unreadable";
        var counted = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "PaymentAbstractions", Name: "payments.unreadable_values" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
                if (Equals(all["payment.gateway"], Gateway))
                {
                    lock (counted)
                    {
                        counted.Add($"{all["payment.field"]}");
                    }
                }
            }
        );
        listener.Start();
        await using var fixture = new VirtualTerminalFixture { Name = Gateway };
        fixture.Stub.On(
            VirtualTerminalStub.Add,
            Txn.Sale().With("TransactionTime", "soon").With("CardLast4", new JsonArray()).With("LineItems", 7).Ok()
        );

        var result = await fixture.SendAsync(Some.Sale());

        Assert.True(result.IsApproved);
        Assert.Equal(["CardLast4", "TransactionTime"], counted.Order());
    }
}
