using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Rebilly.Tests;

public class RequestOptionsTests
{
    private static readonly RebillyRequestOptions Options = new()
    {
        GatewayAccountId = "gw_7",
        InvoiceIds = ["inv_1", "inv_2"],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_add_fields_and_change_nothing_else()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        await using var other = new RebillyFixture();
        other.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        await other.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [Options, new OthersOptions()] }, Token);

        var (without, with) = (fixture.Stub.Writes[0], other.Stub.Writes[0]);
        const string added = "\"gatewayAccountId\":\"gw_7\",\"invoiceIds\":[\"inv_1\",\"inv_2\"],";
        Assert.Contains(added, with.Body, StringComparison.Ordinal);
        Assert.Equal(without.Body, with.Body.Replace(added, "", StringComparison.Ordinal));
        Assert.Equal(without.Path, with.Path);
        Assert.Equal(Key(without), Key(with));
    }

    [Fact]
    public async Task The_gateway_account_of_the_request_goes_before_that_of_the_configuration()
    {
        await using var fixture = new RebillyFixture(("GatewayAccountId", "gw_9"));
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        await fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [Options] }, Token);
        await fixture.Gateway.SaleAsync(Some.Sale("key-2"), Token);

        Assert.Contains("\"gatewayAccountId\":\"gw_7\"", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"gatewayAccountId\":\"gw_9\"", fixture.Stub.Writes[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_checked_and_refused_where_they_have_no_field()
    {
        await using var fixture = new RebillyFixture();
        var wrong = new RebillyRequestOptions { GatewayAccountId = "gw/1", InvoiceIds = ["", new string('i', 51)] };

        var sale = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [wrong] }, Token)
        );
        var refund = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.RefundAsync(Some.Refund() with { ProviderOptions = [Options] }, Token)
        );

        Assert.Equal(
            ["ProviderOptions.GatewayAccountId", "ProviderOptions.InvoiceIds", "ProviderOptions.InvoiceIds"],
            sale.Problems.Select(problem => problem.Field)
        );
        Assert.Equal("ProviderOptions.RebillyRequestOptions", Assert.Single(refund.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Every_problem_of_them_is_listed_by_its_name()
    {
        await using var fixture = new RebillyFixture();
        var wrong = new RebillyRequestOptions
        {
            Limit = new RebillyLimit { Amount = Some.Usd(0) },
            ProcessedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            HttpHeaders = Metadata.From([new("cookie", "session=1"), new("User Agent", "x"), new("Accept", "a\nb")]),
            IsAdBlockEnabled = false,
            KountFraudSessionId = "too-short",
            PayPalMerchantSessionId = "",
            ThreatMetrixSessionId = new string('t', 129),
            Expand = ["a,b"],
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [wrong] }, Token)
        );

        Assert.Equal(
            [
                "ProviderOptions.Expand",
                "ProviderOptions.HttpHeaders",
                "ProviderOptions.HttpHeaders",
                "ProviderOptions.HttpHeaders",
                "ProviderOptions.IsAdBlockEnabled",
                "ProviderOptions.KountFraudSessionId",
                "ProviderOptions.Limit.Amount",
                "ProviderOptions.PayPalMerchantSessionId",
                "ProviderOptions.ProcessedAt",
                "ProviderOptions.ThreatMetrixSessionId",
            ],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("session=1", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("X-Auth-Token", "x")]
    [InlineData("x-api-key", "x")]
    [InlineData("X-CSRF-Token", "x")]
    [InlineData("Set-Cookie2", "x")]
    [InlineData("Cf-Access-Jwt-Assertion", "x")]
    [InlineData("X-Session", "x")]
    [InlineData("Accept", null)]
    [InlineData("Accept", "a\u0001")]
    public async Task A_header_that_could_impersonate_the_customer_is_not_sent(string name, string? value)
    {
        await using var fixture = new RebillyFixture();
        var options = new RebillyRequestOptions { HttpHeaders = Metadata.From([new(name, value!)]) };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [options] }, Token)
        );

        Assert.Equal("ProviderOptions.HttpHeaders", Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Data_that_depends_on_the_browser_is_left_out_with_it()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        var browser = new BrowserInfo
        {
            ColorDepth = 99,
            IsJavaEnabled = false,
            Language = "en",
            ScreenWidth = 1,
            ScreenHeight = 1,
            TimeZoneOffsetMinutes = 0,
        };

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                Shopper = new ShopperContext { Browser = browser },
                ProviderOptions = [new RebillyRequestOptions { IsAdBlockEnabled = true }],
            },
            Token
        );

        Assert.Equal(["ProviderOptions.IsAdBlockEnabled", "Shopper.Browser"], result.LeftOutFields.Order());
        Assert.DoesNotContain("browserData", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_without_a_field_in_the_operation_is_refused()
    {
        await using var fixture = new RebillyFixture();
        var outside = new RebillyRequestOptions { IsProcessedOutside = true };
        var limited = new RebillyRequestOptions
        {
            Limit = new RebillyLimit { Amount = Some.Usd(5) },
            Expand = ["customer"],
        };

        var credit = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.CreditAsync(Some.Credit() with { ProviderOptions = [limited] }, Token)
        );
        var voided = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.VoidAsync(Some.Void() with { ProviderOptions = [outside] }, Token)
        );
        var capture = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.CaptureAsync(Some.Capture() with { ProviderOptions = [outside] }, Token)
        );

        Assert.Equal(
            ["ProviderOptions.Limit", "ProviderOptions.Expand"],
            credit.Problems.Select(problem => problem.Field)
        );
        Assert.Equal("ProviderOptions.RebillyRequestOptions", Assert.Single(voided.Problems).Field);
        Assert.Equal("ProviderOptions.RebillyRequestOptions", Assert.Single(capture.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public void They_survive_json_where_an_application_names_them()
    {
        var sale = Some.Sale() with { ProviderOptions = [Options] };
        var named = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(info =>
            {
                if (info.Type == typeof(ProviderRequestOptions))
                {
                    info.PolymorphismOptions = new JsonPolymorphismOptions
                    {
                        DerivedTypes = { new JsonDerivedType(typeof(RebillyRequestOptions), "Rebilly") },
                    };
                }
            }),
        };

        Assert.Equal(sale, JsonSerializer.Deserialize<SaleRequest>(JsonSerializer.Serialize(sale, named), named));
        Assert.Empty(JsonSerializer.Deserialize<SaleRequest>(JsonSerializer.Serialize(sale))!.ProviderOptions);
    }

    private static string Key(WireRequest request) =>
        Assert.Single(request.Headers.Split('\n'), header => header.StartsWith("REB-APIKEY", StringComparison.Ordinal));

    private sealed record OthersOptions : ProviderRequestOptions;
}
