using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions;

/// <summary>One validation in progress. Texts are created only when there is a finding.</summary>
internal ref struct CommercialCardCheck(CommercialCardData data, Money amount, CommercialCardValidationOptions options)
{
    public const string AmountField = "Amount";

    /// <summary>The line number of findings about the order itself.</summary>
    public const int Header = -1;

    private List<CommercialCardFinding>? _findings;

    public readonly CommercialCardData Data => data;

    public readonly Money Amount => amount;

    public readonly Currency Currency { get; } = amount.IsSpecified ? amount.Currency : default;

    public readonly CommercialCardValidationOptions Options => options;

    /// <summary>Whether an amount cannot be added up, so that findings about sums would only confuse.</summary>
    public bool SumsAreOff { get; set; }

    public readonly ValueList<CommercialCardFinding> Findings() => _findings is null ? [] : [.. _findings];

    /// <summary>Reads an optional amount; a missing one counts as zero.</summary>
    /// <returns>Whether the amount can be added up.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(in Money? value, int line, string name, out long minorUnits)
    {
        minorUnits = 0;
        if (value is not { } money)
        {
            return true;
        }

        if (!money.IsCountedIn(Currency))
        {
            return Uncountable(money, line, name);
        }

        minorUnits = money.ToMinorUnits();
        return true;
    }

    /// <summary>Refuses an undefined enumeration value. The defined values run from zero to the last without a gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Choice<T>(int line, string name, T value, T last)
        where T : struct, Enum
    {
        // Enum.IsDefined and comparers box before the code is optimized.
        if (Unsafe.As<T, uint>(ref value) > Unsafe.As<T, uint>(ref last))
        {
            IsNone(line, name, Unsafe.As<T, int>(ref value), Enum.GetNames<T>());
        }
    }

    /// <summary>Reads an optional percentage.</summary>
    /// <returns>Whether there is a valid one, in ten-thousandths of a percent.</returns>
    public bool TryReadRate(int line, string name, decimal? rate, out long tenThousandths)
    {
        tenThousandths = 0;
        if (rate is not { } percent)
        {
            return false;
        }

        if (LineMath.TryReadTenThousandths(percent, out tenThousandths) && tenThousandths <= LineMath.HighestRate)
        {
            return true;
        }

        Error(
            line,
            name,
            CommercialCardRule.RateRange,
            "0 to 100, at most 4 decimals",
            percent.ToString(CultureInfo.InvariantCulture),
            "must be a percentage from 0 to 100 with at most 4 decimals."
        );
        return false;
    }

    public void Error(int line, string name, CommercialCardRule rule, string expected, string actual, string message) =>
        Add(CommercialCardSeverity.Error, Path(line, name), rule, expected, actual, message);

    public void Error(string field, CommercialCardRule rule, string expected, string actual, string message) =>
        Add(CommercialCardSeverity.Error, field, rule, expected, actual, message);

    public void Add(
        CommercialCardSeverity severity,
        string field,
        CommercialCardRule rule,
        string expected,
        string actual,
        string message
    ) =>
        (_findings ??= []).Add(
            new CommercialCardFinding
            {
                Severity = severity,
                Field = field,
                Rule = rule,
                Expected = expected,
                Actual = actual,
                Message = message,
            }
        );

    /// <summary>Reports that an amount differs from the expected one, and by how much.</summary>
    public void Differs(string field, CommercialCardRule rule, Int128 expected, Int128 actual, string how) =>
        Error(
            field,
            rule,
            Text(expected),
            Text(actual),
            $"must be {Text(expected)} ({how}), but is {Text(actual)}: off by {Text(Int128.Abs(actual - expected))}."
        );

    public static string Path(int line, string name) =>
        line == Header ? name
        : name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"LineItems[{line}]")
        : string.Create(CultureInfo.InvariantCulture, $"LineItems[{line}].{name}");

    public static string Text(Money money) => money.Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats minor units as an amount in major units.</summary>
    public readonly string Text(Int128 minorUnits) =>
        Int128.Abs(minorUnits) <= long.MaxValue
            ? Text(Money.FromMinorUnits((long)minorUnits, Currency))
            : $"{minorUnits.ToString(CultureInfo.InvariantCulture)} minor units";

    private void IsNone(int line, string name, int value, string[] names)
    {
        var choices = string.Join(", ", names);
        var actual = value.ToString(CultureInfo.InvariantCulture);
        Error(line, name, CommercialCardRule.KnownChoice, choices, actual, $"must be one of {choices}.");
    }

    private bool Uncountable(Money money, int line, string name)
    {
        if (!money.IsSpecified)
        {
            const string message = "has no amount; leave it out.";
            Error(line, name, CommercialCardRule.HasValue, "an amount or nothing", "no amount", message);
        }
        else if (money.Currency != Currency)
        {
            Error(
                line,
                name,
                CommercialCardRule.SameCurrency,
                Currency.Code,
                money.Currency.Code,
                $"must be in {Currency.Code}, the currency of the payment, but is in {money.Currency.Code}."
            );
        }
        else
        {
            Error(line, name, CommercialCardRule.NotNegative, "0 or more", Text(money), "must not be negative.");
        }

        SumsAreOff = true;
        return false;
    }
}
