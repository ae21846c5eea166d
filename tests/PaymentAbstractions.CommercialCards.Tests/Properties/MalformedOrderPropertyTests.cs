using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed partial class MalformedOrderPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    [Fact]
    public void Nothing_makes_the_validator_throw_or_repeat_a_text() =>
        Prop.ForAll(
                MalformedOrder.Any,
                any =>
                {
                    var findings = CommercialCardValidator.Validate(any.Data, any.Amount, any.Options);

                    Assert.All(
                        findings,
                        finding =>
                        {
                            Assert.DoesNotContain(MalformedOrder.CardNumber, $"{finding}", StringComparison.Ordinal);
                            Assert.True($"{finding}{finding.Expected}{finding.Actual}".Length < 1_000);
                            Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
                            Assert.True(Enum.IsDefined(finding.Rule) && Enum.IsDefined(finding.Severity));
                        }
                    );
                }
            )
            .Check(Many);

    [Fact]
    public void Nothing_makes_classifying_or_naming_fields_throw() =>
        Prop.ForAll(
                MalformedOrder.Any,
                any =>
                {
                    var classification = CommercialCardClassifier.Classify(any.Data);

                    Assert.Equal(
                        classification.Level == CommercialDataLevel.LevelIII,
                        classification.MissingFields.Count == 0
                    );
                    Assert.Equal(any.Data.GivenFields(), any.Data.GivenFields().Distinct(StringComparer.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_up_refuses_what_cannot_be_added_up_and_nothing_else_happens() =>
        Prop.ForAll(
                MalformedOrder.Any,
                any =>
                {
                    try
                    {
                        var totals = CommercialCardTotals.Of(any.Data, Currency.Usd);

                        Assert.Equal(Currency.Usd, totals.Amount.Currency);
                    }
                    catch (PaymentRequestException refused)
                    {
                        Assert.NotEmpty(refused.Problems);
                    }
                }
            )
            .Check(Many);

    [Fact]
    public void The_builder_builds_or_refuses_any_input() =>
        Prop.ForAll(
                MalformedOrder.Any,
                any =>
                {
                    var builder = new CommercialCardBuilder(Currency.Usd).With(_ => any.Data);

                    try
                    {
                        builder.Build(CommercialDataLevel.LevelI);
                    }
                    catch (PaymentRequestException refused)
                    {
                        Assert.DoesNotContain(MalformedOrder.CardNumber, refused.Message, StringComparison.Ordinal);
                    }
                }
            )
            .Check(Many);

    [Fact]
    public void Findings_do_not_depend_on_the_order_of_the_lines() =>
        Prop.ForAll(
                MalformedOrder.Any,
                any =>
                {
                    var turned = any.Data with { LineItems = [.. any.Data.LineItems.Reverse()] };

                    Assert.Equal(Told(any.Data), Told(turned));

                    IEnumerable<string> Told(CommercialCardData data) =>
                        CommercialCardValidator
                            .Validate(data, any.Amount, any.Options)
                            .Select(finding => Index().Replace($"{finding} {finding.Told()}", "LineItems[*]"))
                            .Order(StringComparer.Ordinal);
                }
            )
            .Check(Many);

    [GeneratedRegex(@"LineItems\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
