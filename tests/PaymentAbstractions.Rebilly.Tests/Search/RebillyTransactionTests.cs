using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Fields that only Rebilly has: all documented ones are read, and harmful content is not.</summary>
public class RebillyTransactionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_documented_member_is_served()
    {
        await using var fixture = new RebillyFixture();
        var answer = GoldenFile.Read("transaction-whole.json");
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Text(200, answer));

        var found = await fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), Token);

        var state = found.State!;
        var shown = state.As<RebillyTransaction>()!;
        Assert.Equal(
            ("SHOP", "74836950144358910018150", "g1", "411111", "inst_1"),
            (
                state.BillingDescriptor,
                state.Provider.AcquirerReferenceNumber,
                state.Provider.GatewayTransactionId,
                state.PaymentMethod.Bin,
                state.PaymentMethod.Id
            )
        );
        Assert.Equal(
            (DisputeStatus.UnderReview, 4L, "cus_1", ThreeDSecureStatus.Authenticated),
            (state.DisputeStatus, state.Revision, state.CustomerId, state.Verification.ThreeDSecure?.Status)
        );
        Assert.Empty(
            typeof(RebillyTransaction)
                .GetProperties()
                .Where(property => IsMissing(property.GetValue(shown)))
                .Select(property => property.Name)
        );
        Assert.Empty(
            typeof(RebillyRisk)
                .GetProperties()
                .Where(property => IsMissing(property.GetValue(shown.Risk)))
                .Select(property => property.Name)
        );
        Assert.Equal(new Money(0.1m, Currency.Usd), shown.ReportAmount);
        Assert.Equal("Adyen", shown.AcquirerName);
        Assert.Equal("frictionless", shown.ThreeDSecure!.Flow);
        Assert.Equal(new Money(12.5m, Currency.Usd), shown.CurrencyConversion!.Base);
        Assert.Equal(new Money(275.35m, Currency.Usd), shown.Limit!.Amount);
        Assert.Equal("bar", shown.CustomFields["foo"]);
        Assert.Equal("[1,2]", shown.CustomFields["list"]);
        Assert.Equal("GAT123", shown.ReferenceData["gatewayTransactionId"]);
        Assert.Equal("https://example.com/self", shown.Links["self"]);
        Assert.Equal("{\"id\":\"cus_1\"}", shown.Embedded["customer"]);
        Assert.Equal(11, shown.Embedded.Count);
        Assert.Equal(
            new RebillyResponse
            {
                Code = "00",
                Message = "Approved",
                Type = "approved",
                OriginalCode = "0",
                OriginalMessage = "OK",
            },
            shown.Response
        );
        Assert.Equal(
            new RebillyResponse
            {
                Code = "Y",
                Message = "Match",
                OriginalCode = "Y",
                OriginalMessage = "Match",
            },
            shown.AvsResponse
        );
        Assert.Equal("M", shown.CvvResponse!.Code);
        Assert.Equal("New York", shown.Risk!.City);
        Assert.Equal("Austin", shown.BillingAddress!.City);
    }

    [Fact]
    public async Task A_result_has_it_and_neither_compares_nor_prints_nor_keeps_it()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale().With("acquirerName", "Adyen")));
        var request = Some.Sale();

        var result = await fixture.Gateway.SaleAsync(request, Token);
        var again = await fixture.Gateway.SaleAsync(request, Token);

        Assert.Equal("Adyen", result.As<RebillyTransaction>()!.AcquirerName);
        Assert.Same(result.As<RebillyTransaction>(), result.As<RebillyTransaction>());
        Assert.Null(result.As<string>());
        Assert.Null(again.As<RebillyTransaction>());
        Assert.Equal(result with { Answer = null }, again);
        Assert.DoesNotContain("Adyen", result.ToString(), StringComparison.Ordinal);
        Assert.Equal("sale txn_1", result.As<RebillyTransaction>()!.ToString());
    }

    [Fact]
    public async Task Secrets_and_card_data_that_come_back_are_masked()
    {
        await using var fixture = new RebillyFixture();
        const string card = "4111111111111111";
        var echo = new JsonObject
        {
            ["note"] = $"{RebillyFixture.ApiKey} {card}",
            ["pan"] = "42",
            ["cvv"] = "123",
            ["cardNumber"] = "4111 1111 1111 1111",
            ["iban"] = "DE89 3704 0044 0532 0130 00",
            ["password"] = "a b&c",
            ["token"] = "\"a<b\"",
        };
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(
                Txn.Sale()
                    .With("acquirerName", card)
                    .With("description", RebillyFixture.ApiKey)
                    .With("customFields", echo.DeepClone())
                    .With("referenceData", echo.DeepClone())
                    .With("_embedded", new JsonObject { ["paymentCard"] = echo.DeepClone() })
                    .With("billingAddress", new JsonObject { ["address"] = card })
                    .With("invoiceIds", new JsonArray(card))
                    .With("riskMetadata", new JsonObject { ["hostingName"] = RebillyFixture.ApiKey })
                    .With("gateway", new JsonObject { ["avsResponse"] = new JsonObject { ["originalMessage"] = card } })
            )
        );

        var shown = (await fixture.Gateway.SaleAsync(Some.Sale(), Token)).As<RebillyTransaction>()!;

        var texts = Texts(shown)
            .Concat(Texts(shown.Risk!))
            .Concat(Texts(shown.BillingAddress!))
            .Concat(Texts(shown.AvsResponse!))
            .ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.DoesNotContain(card, text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain(RebillyFixture.ApiKey, text, StringComparison.Ordinal));
        string[] secrets = ["pan", "cvv", "cardNumber", "iban", "password", "token"];
        Assert.All(secrets, name => Assert.Equal("***", shown.CustomFields[name]));
        Assert.All(secrets, name => Assert.Equal("***", shown.ReferenceData[name]));
        Assert.Contains("\"cvv\":\"***\"", shown.Embedded["paymentCard"], StringComparison.Ordinal);
    }

    public static TheoryData<string> Odd =>
        ["null", "7", "-1.5e300", "\"text\"", "true", "[]", "[[1],null]", "{}", "{\"a\":{\"b\":[]}}", "\"\\ud800\""];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_member_of_any_other_kind_hides_no_payment(string odd)
    {
        var whole = JsonNode.Parse(GoldenFile.Read("transaction-whole.json"))!.AsObject();
        string[] deciding =
        [
            "id",
            "type",
            "status",
            "result",
            "amount",
            "currency",
            "requestAmount",
            "requestCurrency",
            "customerId",
            "requestId",
            "parentTransactionId",
            "childTransactions",
            "gateway",
            "hasAmountAdjustment",
            "isProcessedOutside",
        ];
        foreach (var name in whole.Select(member => member.Key).Except(deciding, StringComparer.Ordinal).ToList())
        {
            await using var fixture = new RebillyFixture();
            var sale = Txn.Sale();
            foreach (var (member, value) in whole.Where(one => !deciding.Contains(one.Key, StringComparer.Ordinal)))
            {
                sale[member] = value?.DeepClone();
            }

            sale["paymentInstrument"] = Txn.Sale()["paymentInstrument"]!.DeepClone();
            sale[name] = "_odd_";
            var body = sale.ToJsonString().Replace("\"_odd_\"", odd, StringComparison.Ordinal);
            fixture.Stub.On("POST transactions", StubAnswer.Text(201, body));

            var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

            Assert.NotNull(result.As<RebillyTransaction>());
            Assert.True(result.Outcome is PaymentOutcome.Approved, $"{name}: {odd}: {result}");
        }
    }

    private static bool IsMissing(object? value) =>
        value is null or Metadata { Count: 0 } or ValueList<string> { Count: 0 };

    private static IEnumerable<string> Texts(object shown) =>
        shown
            .GetType()
            .GetProperties()
            .Select(property => property.GetValue(shown))
            .SelectMany(value =>
                value switch
                {
                    string text => [text],
                    IEnumerable<string> list => list,
                    Metadata pairs => pairs.Keys.Concat(pairs.Values),
                    _ => Array.Empty<string>(),
                }
            );
}
