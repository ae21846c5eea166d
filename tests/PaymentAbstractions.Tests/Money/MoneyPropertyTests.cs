using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public class MoneyPropertyTests
{
    private static readonly Currency[] MoneyCurrencies = [.. Currency.All.Where(currency => currency.Exponent >= 0)];

    // Values of every order of magnitude, and at most half the range, so that the sum of two fits.
    private static readonly Gen<long> Units =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from shift in Gen.Choose(1, 63)
        select (((long)high << 32) ^ (uint)low) >> shift;

    private static readonly Arbitrary<Money> AnyMoney = (
        from units in Units
        from currency in Gen.Elements(MoneyCurrencies)
        select Money.FromMinorUnits(units, currency)
    ).ToArbitrary();

    private static readonly Arbitrary<(Money Left, Money Right)> AnyPair = (
        from left in Units
        from right in Units
        from currency in Gen.Elements(MoneyCurrencies)
        select (Money.FromMinorUnits(left, currency), Money.FromMinorUnits(right, currency))
    ).ToArbitrary();

    [Fact]
    public void Subtraction_undoes_addition() =>
        Prop.ForAll(
                AnyPair,
                pair =>
                    pair.Left + pair.Right - pair.Right == pair.Left
                    && pair.Left + pair.Right == pair.Right + pair.Left
                    && pair.Left - pair.Right == -(pair.Right - pair.Left)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_what_was_written_gives_the_same_amount() =>
        Prop.ForAll(
                AnyMoney,
                money =>
                    Money.Parse(money.ToString()) == money
                    && Money.Parse($"{money.Currency} {money.ToString()[..^4]}") == money
                    && Money.TryParse(money.ToString(), out var read)
                    && read == money
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Minor_units_and_amounts_are_the_same_thing() =>
        Prop.ForAll(
                AnyMoney,
                money =>
                    Money.FromMinorUnits(money.ToMinorUnits(), money.Currency) == money
                    && new Money(money.Amount, money.Currency) == money
                    && money.Amount.Scale == money.Currency.Exponent
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_that_of_the_decimal_amounts() =>
        Prop.ForAll(
                AnyPair,
                pair =>
                    Math.Sign(pair.Left.CompareTo(pair.Right))
                        == Math.Sign(pair.Left.Amount.CompareTo(pair.Right.Amount))
                    && (pair.Left < pair.Right) == (pair.Left.Amount < pair.Right.Amount)
                    && (pair.Left == pair.Right) == (pair.Left.CompareTo(pair.Right) == 0)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_is_repeated_addition() =>
        Prop.ForAll(
                AnyPair,
                pair =>
                    Money.Sum([pair.Left, pair.Right]) == pair.Left + pair.Right
                    && Money.Sum([pair.Right, pair.Left], pair.Left.Currency) == pair.Left + pair.Right
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_never_throws_for_arbitrary_text() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?>(),
                text => !Money.TryParse(text, out var money) || Money.Parse(money.ToString()) == money
            )
            .QuickCheckThrowOnFailure();
}
