namespace PaymentAbstractions.Tests;

public sealed class BadInputTests
{
    [Fact]
    public async Task Bad_input_to_the_contract_is_answered_with_what_names_the_mistake()
    {
        var input = new BadInput(
            static () => new ApiKey("key"),
            static () => new CardNumber("4111111111111111"),
            static () => new BankAccountNumber("123456789"),
            static () => new PaymentToken("tok_1"),
            static () => new SecurityCode("123")
        );

        await input.RunAsync(typeof(IPaymentGateway).Assembly);

        Assert.InRange(input.Calls, 2000, int.MaxValue);
        Assert.True(!input.Findings.Any(), string.Join("\n", input.Findings));
    }
}
