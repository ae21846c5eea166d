using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The rules for an amount at every provider: its sign, its currency and its size.</summary>
internal sealed class AmountRules(string gateway, GatewayCapabilities capabilities, TimeProvider time)
{
    private const string Field = nameof(PaymentMethodRequest.Amount);

    /// <summary>Checks an amount of an existing transaction, whose currency may no longer be current.</summary>
    public void CheckOfOriginal(Money amount, ProblemList problems) =>
        Check(amount, allowZero: false, isNew: false, problems);

    /// <summary>Checks an amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="allowZero">Whether zero is allowed.</param>
    /// <param name="isNew">Whether the money is newly taken, so that a replaced currency is rejected; refunds may use one.</param>
    /// <param name="problems">The list to add problems to.</param>
    public void Check(Money amount, bool allowZero, bool isNew, ProblemList problems)
    {
        if (!amount.IsSpecified)
        {
            problems.Add(Field, "is missing.");
            return;
        }

        if (amount.IsNegative)
        {
            problems.Add(Field, "must not be negative.");
        }
        else if (amount.IsZero && !allowZero)
        {
            problems.Add(Field, "must be greater than zero.");
        }
        else if (capabilities.MaxAmount is { } largest && amount.Amount > largest)
        {
            problems.Add(
                Field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"is {amount}, more than the {largest} that {capabilities.Provider} accepts in one payment."
                )
            );
        }

        CheckCurrency(amount.Currency, isNew, problems);
    }

    private void CheckCurrency(Currency currency, bool isNew, ProblemList problems)
    {
        if (Refusal(currency, isNew) is { } refusal)
        {
            problems.Add(Field, $"is in {currency.Code}, which {refusal}");
        }
        else if (capabilities.Currencies.Count > 0 && !capabilities.Currencies.Contains(currency))
        {
            problems.Add(
                Field,
                $"is in {currency.Code}; the gateway '{gateway}' accepts {string.Join(", ", capabilities.Currencies)}."
            );
        }
    }

    private string? Refusal(Currency currency, bool isNew)
    {
        if (currency.ReplacedBy is not { } replacement || currency.ReplacedOn is not { } day)
        {
            return currency.IsChargeable ? null : "cannot be charged.";
        }

        return isNew && DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) >= day
            ? $"was replaced by {replacement.Code} on {day:O}; charge {replacement.Code}. Earlier payments in {currency.Code} can still be captured, voided and refunded."
            : null;
    }
}
