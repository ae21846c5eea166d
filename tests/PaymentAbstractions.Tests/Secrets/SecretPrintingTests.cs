using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Tests;

public sealed class SecretPrintingTests
{
    private const string CardDigits = "4111111111111111";
    private const string Code = "737";
    private const string Account = "987654321012";
    private const string TokenValue = "tok-s3cret";
    private const string KeyValue = "sk-s3cret";

    public static TheoryData<Secret, string, string> Secrets =>
        new()
        {
            { new CardNumber(CardDigits), CardDigits, "************1111" },
            { new SecurityCode(Code), Code, "****" },
            { new BankAccountNumber(Account), Account, "********1012" },
            { new BankAccountNumber("12345678"), "12345678", "****" },
            { new PaymentToken(TokenValue), TokenValue, "****" },
            { new ApiKey(KeyValue), KeyValue, "****" },
            { new AuthenticationValue("AJkBBkhgQQ=="), "AJkBBkhgQQ==", "****" },
        };

    public static TheoryData<PaymentMethod> Methods =>
        [
            new PaymentCard
            {
                Number = new CardNumber(CardDigits),
                ExpiryMonth = 12,
                ExpiryYear = 2031,
                SecurityCode = new SecurityCode(Code),
            },
            new BbanBankAccount
            {
                AccountNumber = new BankAccountNumber(Account),
                RoutingNumber = "110000000",
                AccountType = BankAccountType.Checking,
            },
            new IbanBankAccount { AccountNumber = new BankAccountNumber(Account) },
            PaymentMethod.Token(TokenValue),
        ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Every_way_of_printing_shows_a_mask(Secret secret, string value, string mask)
    {
        Assert.Equal(mask, secret.ToString());
        Assert.Equal(mask, $"{secret}");
        Assert.Equal(mask, string.Format(CultureInfo.InvariantCulture, "{0}", secret));
        Assert.Equal(mask, string.Concat(secret));
        Assert.Equal(mask, string.Join(',', [secret]));
        Assert.Equal(value, secret.Reveal());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Requests_print_without_card_data_and_refuse_json(PaymentMethod method)
    {
        var sale = new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey("key"),
            OrderReference = new OrderReference("order"),
            Amount = Money.Usd(1m),
            PaymentMethod = method,
        };
        var store = new StorePaymentMethodRequest { CustomerId = "customer", PaymentMethod = method };

        string[] texts =
        [
            sale.ToString(),
            store.ToString(),
            method.ToString(),
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(sale)).ToString(),
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize<object>(method)).ToString(),
        ];

        Assert.All(texts, AssertShowsNoSecret);
        Assert.Contains("IdempotencyKey = key", texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4111111111111112")]
    [InlineData("411111111111111x")]
    [InlineData("41111111111111111111111111111111111111111111")]
    public void An_exception_does_not_show_the_card_number(string digits)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => new CardNumber(digits));

        Assert.DoesNotContain("41111111", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("CardNumber", Assert.Single(exception.Problems).Field);
    }

    [Fact]
    public void An_exception_does_not_show_other_secrets()
    {
        Exception[] exceptions =
        [
            Assert.Throws<PaymentRequestException>(() => new SecurityCode("73a")),
            Assert.Throws<PaymentRequestException>(() => new BankAccountNumber("73a!")),
            Assert.Throws<PaymentRequestException>(() => new PaymentToken("73a\n")),
            Assert.Throws<PaymentRequestException>(() => new ApiKey("73a\0")),
        ];

        Assert.All(exceptions, e => Assert.DoesNotContain("73a", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_prints_its_names_only()
    {
        var metadata = Metadata.From([KeyValuePair.Create("channel", "private")]);

        Assert.Equal("[channel]", metadata.ToString());
    }

    [Fact]
    public void A_next_action_prints_the_host_only()
    {
        var url = new Uri("https://pay.example.com/s/s3cret?t=s3cret");
        var redirect = new RedirectAction { Url = url };
        var form = new FormPostAction
        {
            Url = url,
            Fields = Metadata.From([KeyValuePair.Create("PaReq", "s3cret"), KeyValuePair.Create("MD", "s3cret")]),
        };

        Assert.Equal("Redirect to pay.example.com", redirect.ToString());
        Assert.Equal("Form post to pay.example.com [PaReq, MD]", form.ToString());
        Assert.Equal(
            "Redirect to (relative)",
            (redirect with { Url = new Uri("/s3cret", UriKind.Relative) }).ToString()
        );
    }

    private static void AssertShowsNoSecret(string text)
    {
        foreach (var secret in (string[])[CardDigits, Code, Account, TokenValue])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }
}
