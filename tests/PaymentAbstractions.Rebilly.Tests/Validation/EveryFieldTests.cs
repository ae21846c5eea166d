using System.Reflection;
using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Nothing of a request is dropped in silence: every member is sent, refused by name, or named in the result.</summary>
public class EveryFieldTests
{
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["IdempotencyKey"] = "Sent hashed, as requestId or as the mark of a void or refund.",
        ["AdditionalPayment"] = "The journal's.",
        ["AllowPartialApproval"] = "A permission that is judged with the answer.",
        ["IfSettled"] = "Decides whether anything is sent.",
        ["RefundedElsewhere"] = "The journal's.",
        ["ProviderOptions"] = "Those of other providers are ignored by contract.",
        ["CommercialCardData"] = "Reported field by field in DroppedFields, see the tests of commercial cards.",
    };

    private static readonly Dictionary<string, (object Value, string? OnTheWire)> Values = new(StringComparer.Ordinal)
    {
        ["Amount"] = (Money.Usd(12.50m), "12.50"),
        ["PaymentMethod"] = (PaymentMethod.Stored("inst_77"), "inst_77"),
        ["Customer"] = (new Customer { Id = "cus_77" }, "cus_77"),
        ["Customer.CreateOrUpdate"] = (new Customer { Id = "cus_1", CreateOrUpdate = true }, "upsertCustomer"),
        ["Customer.Address"] = (new Customer { Id = "cus_1", Address = Some.Address }, null),
        ["Description"] = ("Spring order", "Spring order"),
        ["OrderReference"] = (new OrderReference("order-77"), "order-77"),
        ["Metadata"] = (Metadata.From([new("channel", "web")]), "channel"),
        ["BillingAddress"] = (Some.Address, "Springfield"),
        ["ShippingAddress"] = (Some.Address, null),
        ["StatementDescriptor"] = ("SHOP", null),
        ["StoredCredentialUse"] = (StoredCredentialUse.LaterByCustomer, null),
        ["NetworkTransactionId"] = ("ntx-1", null),
        ["ThreeDSecure"] = (
            new ThreeDSecureAuthentication { Status = ThreeDSecureStatus.Authenticated, Version = "2.2.0" },
            null
        ),
        ["Shopper"] = (new ShopperContext { IpAddress = "192.0.2.1" }, "192.0.2.1"),
        ["ReturnUrl"] = (new Uri("https://shop.example.com/back"), "shop.example.com/back"),
        ["NotificationUrl"] = (new Uri("https://shop.example.com/told"), "shop.example.com/told"),
        ["Authorization"] = (RebillyFixture.Ref("txn_a"), null),
        ["Transaction"] = (RebillyFixture.Ref("txn_1"), null),
    };

    private static readonly PaymentRequest[] Requests =
    [
        Some.Sale(),
        Some.Authorize(),
        Some.Setup(),
        Some.Credit(),
        Some.Capture(),
        Some.Void(),
        Some.Refund(),
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
        var (value, onTheWire) = Values[member];
        // A record is copied by the method that "with" calls.
        var copy = (PaymentRequest)request.GetType().GetMethod("<Clone>$")!.Invoke(request, null)!;
        if (!(request is SetupRequest && member == "Amount"))
        {
            PropertyOf(copy.GetType(), member.Split('.')[0]).SetValue(copy, value);
        }

        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled());
        fixture.Stub.WithAuthorization(Txn.Authorization());
        var token = TestContext.Current.CancellationToken;
        try
        {
            var result = await SendAsync(fixture, copy, token);

            var write = Assert.Single(fixture.Stub.Writes);
            Assert.True(
                result.LeftOutFields.Contains(member)
                    || (onTheWire is not null && write.Body.Contains(onTheWire, StringComparison.Ordinal))
                    || (request is SetupRequest && member == "Amount")
                    // It is in the path, or Rebilly finds it by itself.
                    || member is "Transaction" or "Authorization",
                $"{member} of {request.GetType().Name}: {write.Body}, left out {JsonSerializer.Serialize(result.LeftOutFields)}"
            );
        }
        catch (PaymentRequestException refusal)
        {
            Assert.Contains(refusal.Problems, problem => problem.Field == member);
            Assert.Empty(fixture.Stub.Writes);
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
    [InlineData(null, null, false)]
    [InlineData("Spring order", null, true)]
    [InlineData("Spring order", "order_reference", false)]
    public async Task An_order_reference_beside_a_description_needs_a_custom_field(
        string? description,
        string? field,
        bool isLeftOut
    )
    {
        await using var fixture = new RebillyFixture(("OrderReferenceCustomField", field));
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                Description = description,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(isLeftOut ? ["OrderReference"] : [], result.LeftOutFields);
    }

    private static Task<PaymentResult> SendAsync(
        RebillyFixture fixture,
        PaymentRequest request,
        CancellationToken token
    ) =>
        request switch
        {
            SaleRequest sale => fixture.Gateway.SaleAsync(sale, token),
            AuthorizeRequest authorize => fixture.Gateway.AuthorizeAsync(authorize, token),
            SetupRequest setup => (
                (IPaymentMethodSetup)fixture.Gateway.GetService(typeof(IPaymentMethodSetup))!
            ).SetupAsync(setup, token),
            CreditRequest credit => fixture.Gateway.CreditAsync(credit, token),
            CaptureRequest capture => fixture.Gateway.CaptureAsync(capture, token),
            VoidRequest voiding => fixture.Gateway.VoidAsync(voiding with { IfSettled = IfSettled.Refund }, token),
            RefundRequest refund => fixture.Gateway.RefundAsync(refund, token),
            _ => throw new ArgumentException("Not a request of this list.", nameof(request)),
        };

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
