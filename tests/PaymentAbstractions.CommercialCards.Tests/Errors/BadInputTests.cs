using PaymentAbstractions.Tests;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class BadInputTests
{
    [Fact]
    public async Task Bad_input_is_answered_with_what_names_the_mistake()
    {
        var input = new BadInput(
            static () => new CommercialCardBuilder(Currency.Usd),
            static () => SampleValues.Of(typeof(CommercialCardTotals)),
            static () => SampleValues.Of(typeof(CommercialCardValidationOptions)),
            static () => SampleValues.Of(typeof(CommercialOrder)),
            static () => SampleValues.Of(typeof(CommercialCardClassification)),
            static () => SampleValues.Of(typeof(CommercialCardProgram)),
            static () => SampleValues.Of(typeof(CommercialCardProgramFit)),
            static () => SampleValues.Of(typeof(CommercialCardSchemeLimits))
        );

        await input.RunAsync(typeof(CommercialOrder).Assembly);

        Assert.InRange(input.Calls, 300, int.MaxValue);
        Assert.True(!input.Findings.Any(), string.Join("\n", input.Findings));
    }
}
