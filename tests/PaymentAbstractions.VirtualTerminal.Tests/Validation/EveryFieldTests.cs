using System.Reflection;
using System.Text.Json;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Nothing of a request is dropped in silence: every member is sent, refused by name, or named in the result.</summary>
public class EveryFieldTests
{
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["IdempotencyKey"] = "Sent as the mark in the description.",
        ["AdditionalPayment"] = "The journal's.",
        ["AllowPartialApproval"] = "A permission that the provider never makes use of.",
        ["IfSettled"] = "Decides what is sent.",
        ["RefundedElsewhere"] = "The journal's.",
        ["ProviderOptions"] = "Those of other providers are ignored by contract.",
        ["CommercialCardData"] = "Reported field by field in DroppedFields, see the tests of commercial cards.",
    };

    private sealed record Given(object Value, string? OnTheWire = null);

    private static readonly Dictionary<string, Given> Values = new(StringComparer.Ordinal)
    {
        ["Amount"] = new(Money.Usd(31.07m), "31.07"),
        ["PaymentMethod"] = new(PaymentMethod.Stored("9077"), "9077"),
        ["Customer"] = new(new Customer { Id = "7077" }, "7077"),
        ["Customer.CreateOrUpdate"] = new(new Customer { Id = "7077", CreateOrUpdate = true }),
        ["Customer.Address"] = new(new Customer { Id = "7077", Address = Some.Dock }),
        ["Description"] = new("Spring order", "Spring order"),
        ["OrderReference"] = new(new OrderReference("order-77"), "order-77"),
        ["Metadata"] = new(Metadata.From([new("channel", "web")])),
        ["BillingAddress"] = new(Some.Dock),
        ["ShippingAddress"] = new(Some.Dock),
        ["StatementDescriptor"] = new("SHOP"),
        ["StoredCredentialUse"] = new(StoredCredentialUse.LaterByCustomer),
        ["NetworkTransactionId"] = new("ntx-1"),
        ["ThreeDSecure"] = new(
            new ThreeDSecureAuthentication { Status = ThreeDSecureStatus.Authenticated, Version = "2.2.0" }
        ),
        ["Shopper"] = new(new ShopperContext { IpAddress = "192.0.2.1" }),
        ["ReturnUrl"] = new(new Uri("https://shop.example.com/")),
        ["NotificationUrl"] = new(new Uri("https://shop.example.com/")),
        ["Authorization"] = new(VirtualTerminalFixture.Ref("501234"), "501234"),
        ["Transaction"] = new(VirtualTerminalFixture.Ref("501234"), "501234"),
    };

    private static readonly PaymentRequest[] Requests =
    [
        Some.Sale(),
        Some.Authorize(),
        Some.Credit(),
        Some.Capture(31.07m),
        Some.Void(),
        Some.Refund(31.07m),
    ];

    public static TheoryData<PaymentRequest, string> Members
    {
        get
        {
            var data = new TheoryData<PaymentRequest, string>();
            foreach (var request in Requests)
            {
                foreach (var member in MembersOf(request.GetType()).Where(member => !Ours.ContainsKey(member)))
                {
                    data.Add(request, member);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Every_member_is_sent_or_refused_or_named(PaymentRequest request, string member)
    {
        foreach (var leaveOut in new[] { "false", "true" })
        {
            foreach (var status in new[] { "Not Settled", "Settled" })
            {
                await AssertAccountedForAsync(request, member, leaveOut, status);
            }
        }
    }

    [Fact]
    public void Every_member_of_every_request_is_known_here()
    {
        var members = Requests.SelectMany(request => MembersOf(request.GetType())).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(26, members.Count);
        Assert.Equal(members.Order(), Values.Keys.Concat(Ours.Keys).Order());
    }

    [Theory]
    [InlineData(StoredCredentialUse.First)]
    [InlineData(StoredCredentialUse.LaterByCustomer)]
    [InlineData(StoredCredentialUse.MerchantRecurring)]
    [InlineData(StoredCredentialUse.MerchantInstallment)]
    [InlineData(StoredCredentialUse.MerchantUnscheduled)]
    public async Task A_use_of_a_stored_method_is_named_when_it_is_left_out(StoredCredentialUse use)
    {
        await using var fixture = Answering("true", "Not Settled");

        var result = await fixture.SendAsync(Some.Sale() with { StoredCredentialUse = use });

        Assert.Equal(["StoredCredentialUse"], result.LeftOutFields);
    }

    [Fact]
    public async Task What_is_sent_whole_leaves_nothing_out()
    {
        await using var fixture = Answering("true", "Not Settled");

        foreach (var request in new PaymentRequest[] { Some.Sale(), Some.Void("key-2") })
        {
            Assert.Empty((await fixture.SendAsync(request)).LeftOutFields);
        }

        Assert.Equal(2, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task A_description_goes_with_a_credit_and_is_named_where_a_refund_becomes_a_void()
    {
        await using var unsettled = Answering("false", "Not Settled");
        await using var settled = Answering("false", "Settled");
        var refund = Some.Refund(31.07m) with { Description = "Damaged" };

        var voided = await unsettled.SendAsync(refund);
        var credited = await settled.SendAsync(refund);

        Assert.Equal(["Description"], voided.LeftOutFields);
        Assert.Empty(credited.LeftOutFields);
        Assert.Contains("\"Damaged ref:", settled.Stub.Writes[0].Body, StringComparison.Ordinal);
    }

    private static async Task AssertAccountedForAsync(
        PaymentRequest request,
        string member,
        string leaveOut,
        string status
    )
    {
        var (value, onTheWire) = Values[member];
        // A record is copied by the method that "with" calls.
        var copy = (PaymentRequest)request.GetType().GetMethod("<Clone>$")!.Invoke(request, null)!;
        PropertyOf(copy.GetType(), member.Split('.')[0]).SetValue(copy, value);
        await using var fixture = Answering(leaveOut, status);
        try
        {
            var result = await fixture.SendAsync(copy);

            var write = fixture.Stub.Writes.SingleOrDefault();
            Assert.True(
                write is null
                    ? result.Outcome == PaymentOutcome.Rejected
                    : result.LeftOutFields.Contains(member)
                        || (onTheWire is not null && write.Body.Contains(onTheWire, StringComparison.Ordinal))
                        // A void gives back all of its transaction, and a credit goes to that transaction's customer and method.
                        || (request is RefundRequest && member is "Transaction" or "Amount"),
                $"{member} of {request.GetType().Name}, {status}: {write?.Body}, left out {JsonSerializer.Serialize(result.LeftOutFields)}"
            );
        }
        catch (PaymentRequestException refusal)
        {
            Assert.Contains(refusal.Problems, problem => problem.Field == member);
            Assert.Empty(fixture.Stub.Writes);
        }
    }

    private static VirtualTerminalFixture Answering(string leaveOut, string status)
    {
        var fixture = new VirtualTerminalFixture(("EnableRefunds", "true"), ("LeaveOutUnsupportedData", leaveOut));
        var original = Txn.Sale(31.07m).InStatus(status);
        fixture
            .Stub.On(VirtualTerminalStub.Add, Txn.Sale(31.07m).Ok())
            .On("POST transaction/capture", Txn.Done("Transaction Captured").Ok())
            .On("POST transaction/void", Txn.Done("Transaction Voided").Ok())
            .Shows(Txn.Id, original.Ok());
        return fixture;
    }

    // The members that configuration of a request may set, and those of the customer behind it.
    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(name =>
                name == "Customer"
                    ? typeof(Customer).GetProperties().Select(one => one.Name == "Id" ? name : $"{name}.{one.Name}")
                    : [name]
            );

    private static PropertyInfo PropertyOf(Type type, string name) =>
        type.GetProperties().First(property => property.Name == name && property.CanWrite);
}
