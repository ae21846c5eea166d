namespace PaymentAbstractions;

// Every operation is exact and checked.
public readonly partial struct Money
{
    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The sum is outside the range of 64-bit minor units.</exception>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.ToMinorUnits() + left.Same(right)), left._currency);

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <returns>The difference, which may be negative.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The difference is outside the range of 64-bit minor units.</exception>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.ToMinorUnits() - left.Same(right)), left._currency);

    /// <summary>Negates an amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The negated amount.</returns>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The result is outside the range of 64-bit minor units.</exception>
    public static Money operator -(Money amount) => new(checked(-amount.ToMinorUnits()), amount._currency);

    /// <summary>Multiplies an amount by a whole number.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="factor">The factor.</param>
    /// <returns>The product.</returns>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The product is outside the range of 64-bit minor units.</exception>
    public static Money operator *(Money amount, long factor) =>
        new(checked(amount.ToMinorUnits() * factor), amount._currency);

    /// <summary>Multiplies an amount by a whole number.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="amount">The amount.</param>
    /// <returns>The product.</returns>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The product is outside the range of 64-bit minor units.</exception>
    public static Money operator *(long factor, Money amount) => amount * factor;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The sum is outside the range of 64-bit minor units.</exception>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <returns>The difference, which may be negative.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The difference is outside the range of 64-bit minor units.</exception>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Negates an amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The negated amount.</returns>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The result is outside the range of 64-bit minor units.</exception>
    public static Money Negate(Money amount) => -amount;

    /// <summary>Multiplies an amount by a whole number.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="factor">The factor.</param>
    /// <returns>The product.</returns>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The product is outside the range of 64-bit minor units.</exception>
    public static Money Multiply(Money amount, long factor) => amount * factor;

    /// <summary>Adds up amounts of one currency. At least one amount is required, because an empty list has no currency.</summary>
    /// <param name="amounts">The amounts; not empty.</param>
    /// <returns>The sum; the order of the amounts does not matter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are no amounts, the currencies differ, or an amount is <c>default(Money)</c>.
    /// </exception>
    /// <exception cref="OverflowException">The sum is outside the range of 64-bit minor units.</exception>
    public static Money Sum(IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);

        using var enumerator = amounts.GetEnumerator();
        if (!enumerator.MoveNext())
        {
            throw new InvalidOperationException(
                "There are no amounts to add up; specify the currency if the list may be empty."
            );
        }

        var first = enumerator.Current;
        return Sum(enumerator, first.ToMinorUnits(), first);
    }

    /// <summary>Adds up amounts of a given currency; the sum of no amounts is zero.</summary>
    /// <param name="amounts">The amounts.</param>
    /// <param name="currency">The currency of every amount and of the sum; it must be money.</param>
    /// <returns>The sum; the order of the amounts does not matter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">The currency is missing or not money.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ, or an amount is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The sum is outside the range of 64-bit minor units.</exception>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var zero = Zero(currency);

        using var enumerator = amounts.GetEnumerator();
        return Sum(enumerator, start: 0, zero);
    }

    private static Money Sum(IEnumerator<Money> rest, Int128 start, Money sample)
    {
        // Wider than the range, so that only the sum can overflow and not an intermediate result.
        var sum = start;
        while (rest.MoveNext())
        {
            sum = checked(sum + sample.Same(rest.Current));
        }

        return new Money(checked((long)sum), sample._currency);
    }

    // Returns the minor units of an amount that must have the currency of this one.
    private long Same(Money other)
    {
        var left = Currency;
        var right = other.Currency;
        return left == right ? other._minorUnits : throw MoneyRules.Mixed(left, right);
    }
}
