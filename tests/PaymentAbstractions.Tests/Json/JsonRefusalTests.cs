using System.Text.Json;

namespace PaymentAbstractions.Tests;

public sealed class JsonRefusalTests
{
    private const string Stray = "4111111111111111";

    private static readonly Secret[] Secrets =
    [
        new ApiKey("sk_live_0123"),
        new AuthenticationValue("AJkBBkhgQQ=="),
        new BankAccountNumber("987654321012"),
        new CardNumber(Stray),
        new PaymentToken("tok_0123"),
        new SecurityCode("737"),
    ];

    public static TheoryData<Type> Enums => [.. typeof(Money).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    public static TheoryData<Type, string> Malformed =>
        new()
        {
            { typeof(Money), $"\"{Stray}\"" },
            { typeof(Money), $"\"{Stray}.999 USD\"" },
            { typeof(Money), "\"(none)\"" },
            { typeof(Money), "\"\"" },
            { typeof(Money), "49.90" },
            { typeof(Money), """{"Amount":49.90,"Currency":"USD"}""" },
            { typeof(UnitPrice), "\"-1 USD\"" },
            { typeof(PaymentOutcome), "\"Approved, PartiallyApproved\"" },
            { typeof(PaymentOutcome), "\" Approved\"" },
            { typeof(ValueList<RequestProblem>), "[null]" },
            { typeof(UnitPrice), "\"1.00001 USD\"" },
            { typeof(Currency), "\"XYZ\"" },
            { typeof(Currency), "840" },
            { typeof(IdempotencyKey), "\"two words\"" },
            { typeof(OrderReference), "\"\"" },
            { typeof(AccountFingerprint), $"\"{Stray}X\"" },
            { typeof(TransactionReference), $"\"{Stray}\"" },
            { typeof(CardBrand), "\" \"" },
            { typeof(ResponseCode), $$"""{"Value":"{{Stray}}"}""" },
            { typeof(ResponseCode), """{"Source":"Provider"}""" },
            { typeof(ResponseCode), """{"Value":51}""" },
            { typeof(ResponseCode), """{"Value":"51","Source":"2"}""" },
            { typeof(ResponseCode), "\"51\"" },
            { typeof(AvsResult), "{}" },
            { typeof(AvsResult), $$"""{"Code":"A","Street":"{{Stray}}"}""" },
            { typeof(CvvResult), """{"Code":"M"}""" },
            { typeof(CvvResult), """{"Code":"M","Status":"NotProvided"}""" },
            { typeof(CvvResult), """["M"]""" },
            { typeof(Metadata), $$"""{"a":"1","a":"{{Stray}}"}""" },
            { typeof(Metadata), """{"a":1}""" },
            { typeof(Metadata), """{"":"1"}""" },
            { typeof(Metadata), "[]" },
            { typeof(ValueList<string>), "\"a\"" },
            { typeof(ValueList<Money>), $"[\"{Stray}\"]" },
            { typeof(PaymentOutcome), "\"Approved!\"" },
            { typeof(PaymentOutcome), "1" },
            { typeof(PaymentOutcome), "\"1\"" },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Unreadable_json_is_refused_and_not_quoted(Type type, string text)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, type));

        Assert.DoesNotContain(Stray, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_inside_a_result_says_where()
    {
        var text = $$"""{"Outcome":"Declined","Operation":"Sale","RequestedAmount":"{{Stray}} USDX"}""";

        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentResult>(text));

        Assert.Equal("$.RequestedAmount", exception.Path);
        Assert.DoesNotContain(Stray, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void An_enum_is_read_and_written_by_name_only(Type type)
    {
        Assert.All(
            type.GetEnumValues().Cast<object>(),
            value =>
            {
                Assert.Equal($"\"{value}\"", JsonSerializer.Serialize(value, type));
                Assert.Equal(value, JsonSerializer.Deserialize($"\"{value}\"", type));
            }
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"\"{Stray}\"", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("1", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Enum.ToObject(type, 1999), type));
    }

    [Fact]
    public void A_secret_is_neither_written_nor_read_and_says_why()
    {
        Assert.All(
            Secrets,
            secret =>
            {
                var type = secret.GetType();
                var written = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret, type));
                var asBase = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret));
                var read = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize($"\"{Stray}\"", type));

                Assert.Contains($"{type.Name} is secret", written.Message, StringComparison.Ordinal);
                Assert.Contains("is secret", asBase.Message, StringComparison.Ordinal);
                Assert.Contains($"{type.Name} is secret", read.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(
                    secret.Reveal(),
                    $"{written}{asBase}{read}".Replace(type.Name, "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void A_payment_method_with_a_secret_refuses_and_names_it()
    {
        var card = new PaymentCard
        {
            Number = new CardNumber(Stray),
            ExpiryMonth = 12,
            ExpiryYear = 2031,
        };
        PaymentMethod[] methods =
        [
            card,
            PaymentMethod.Token("tok_0123"),
            new IbanBankAccount { AccountNumber = new BankAccountNumber("DE89370400440532013000") },
        ];
        var sale = (SaleRequest)SampleValues.Of(typeof(SaleRequest));

        Assert.All(
            methods,
            method =>
            {
                var exception = Assert.Throws<NotSupportedException>(() =>
                    JsonSerializer.Serialize<PaymentRequest>(sale with { PaymentMethod = method })
                );

                Assert.Contains("cannot be written to JSON", exception.Message, StringComparison.Ordinal);
                Assert.Contains("$.PaymentMethod", exception.Message, StringComparison.Ordinal);
            }
        );
        Assert.Throws<NotSupportedException>(() =>
            JsonSerializer.Serialize(
                sale with
                {
                    ThreeDSecure = new ThreeDSecureAuthentication
                    {
                        Status = ThreeDSecureStatus.Authenticated,
                        Version = "2.2.0",
                        Cavv = new AuthenticationValue("AJkBBkhgQQ=="),
                    },
                }
            )
        );
        Assert.Equal(
            [
                "BbanBankAccount",
                "IbanBankAccount",
                "PaymentCard",
                "ThreeDSecureAuthentication",
                "TokenPaymentMethod",
                "UpdatePaymentMethodRequest",
            ],
            PublicValues.WithSecretOf(typeof(Money).Assembly).Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }
}
