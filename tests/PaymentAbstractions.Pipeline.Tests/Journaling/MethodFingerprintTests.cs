using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class MethodFingerprintTests
{
    private static readonly PaymentCard Card = new()
    {
        Number = new CardNumber("4111111111111111"),
        ExpiryMonth = 1,
        ExpiryYear = 2031,
    };

    private static readonly BbanBankAccount Bban = new()
    {
        AccountNumber = new BankAccountNumber("12345678"),
        RoutingNumber = "021000021",
        AccountType = BankAccountType.Checking,
    };

    private static readonly IbanBankAccount Iban = new()
    {
        AccountNumber = new BankAccountNumber("DE89370400440532013000"),
    };

    private readonly MethodFingerprint _keyed = new(new byte[32]);
    private readonly MethodFingerprint _plain = new(null);

    public static TheoryData<PaymentMethod> Numbers => [Card, Bban, Iban];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_has_a_fingerprint_only_under_a_key_and_never_shows_in_it(PaymentMethod method)
    {
        var fingerprint = _keyed.Of(method);

        Assert.Null(_plain.Of(method));
        Assert.Matches("^[0-9a-f]{64}$", fingerprint);
        Assert.NotEqual(fingerprint, new MethodFingerprint([1, .. new byte[31]]).Of(method));
    }

    [Fact]
    public void A_one_time_token_has_none()
    {
        Assert.Null(_keyed.Of(PaymentMethod.Token("token")));
        Assert.Null(_plain.Of(PaymentMethod.Token("token")));
    }

    [Fact]
    public void Stored_methods_are_distinguished_with_and_without_a_key()
    {
        Assert.NotEqual(_plain.Of(PaymentMethod.Stored("one")), _plain.Of(PaymentMethod.Stored("two")));
        Assert.NotEqual(_keyed.Of(PaymentMethod.Stored("one")), _plain.Of(PaymentMethod.Stored("one")));
        Assert.Equal(_keyed.Of(PaymentMethod.Stored("one")), _keyed.Of(PaymentMethod.Stored("one")));
    }

    [Fact]
    public async Task The_journal_holds_the_fingerprint_and_nothing_of_the_card()
    {
        await using var payments = new JournaledPayments(
            """
            {
              "Journal": { "MethodKey": "0123456789abcdef0123456789abcdef" },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        await payments.Default.SaleAsync(
            PaymentRequests.Sale() with
            {
                PaymentMethod = Card,
            },
            TestContext.Current.CancellationToken
        );

        Assert.NotNull(payments.Entry.Intent.MethodFingerprint);
        Assert.DoesNotContain("1111", payments.Entry.Intent.ToString(), StringComparison.Ordinal);
    }
}
