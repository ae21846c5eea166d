namespace PaymentAbstractions;

/// <summary>
/// The rules for a payment method at every provider, the same for payments, set-ups and the vault. <see cref="CardNumber"/> itself checks
/// the length and the check digit of a card number.
/// </summary>
internal sealed class PaymentMethodRules(GatewayCapabilities capabilities, TimeProvider time)
{
    private const string Field = nameof(PaymentMethodRequest.PaymentMethod);

    // A month ends last in the time zone twelve hours behind UTC.
    private static readonly TimeSpan LatestZone = TimeSpan.FromHours(12);

    /// <summary>Checks the payment method of a payment.</summary>
    /// <param name="method">The method; its members may be null despite their types.</param>
    /// <param name="mayBeExpired">Whether an expired card is allowed, because money can be returned to one.</param>
    /// <param name="problems">The list to add problems to.</param>
    public void Check(PaymentMethod? method, bool mayBeExpired, ProblemList problems)
    {
        if (method is not null && !capabilities.PaymentMethods.Contains(method.Kind))
        {
            problems.Add(
                Field,
                $"of the kind {method.Kind} is not accepted by {capabilities.Provider}, which accepts {string.Join(", ", capabilities.PaymentMethods)}."
            );
        }

        CheckForm(method, mayBeExpired, problems);
    }

    private void CheckForm(PaymentMethod? method, bool mayBeExpired, ProblemList problems)
    {
        if (method is null)
        {
            problems.Add(Field, "is missing.");
            return;
        }

        IdRules.Check($"{Field}.Id", (method as StoredPaymentMethod)?.Id, problems);
        IdRules.Check($"{Field}.Token", (method as TokenPaymentMethod)?.Token, problems);
        switch (method)
        {
            case StoredPaymentMethod stored when string.IsNullOrWhiteSpace(stored.Id):
                problems.Add($"{Field}.Id", "is missing.");
                break;
            case TokenPaymentMethod { Token: null }:
                problems.Add($"{Field}.Token", "is missing.");
                break;
            case PaymentCard card:
                CheckCard(card, mayBeExpired, problems);
                break;
            case BbanBankAccount account:
                CheckAccount(account, problems);
                break;
            case IbanBankAccount account:
                CheckIban(account, problems);
                break;
        }
    }

    /// <summary>Checks a payment method for the vault.</summary>
    public void CheckStored(PaymentMethod? method, ProblemList problems)
    {
        var storable = capabilities.Vault?.Storable ?? [];
        if (method is not null && !storable.Contains(method.Kind))
        {
            problems.Add(
                Field,
                $"of the kind {method.Kind} cannot be stored at {capabilities.Provider}, which stores {string.Join(", ", storable)}."
            );
            return;
        }

        CheckForm(method, mayBeExpired: false, problems);
    }

    private void CheckCard(PaymentCard card, bool mayBeExpired, ProblemList problems)
    {
        if (card.Number is null)
        {
            problems.Add($"{Field}.Number", "is missing.");
        }

        CheckExpiry($"{Field}.", card.ExpiryMonth, card.ExpiryYear, mayBeExpired, problems);
    }

    /// <summary>Checks the expiry of a card.</summary>
    /// <param name="prefix">The prefix of the field names.</param>
    /// <param name="month">The month.</param>
    /// <param name="year">The year.</param>
    /// <param name="mayBeExpired">Whether an expired card is allowed.</param>
    /// <param name="problems">The list to add problems to.</param>
    public void CheckExpiry(string prefix, int month, int year, bool mayBeExpired, ProblemList problems)
    {
        var isMonth = month is >= 1 and <= 12;
        var isYear = year is >= 2000 and <= 2099;
        if (!isMonth)
        {
            problems.Add($"{prefix}ExpiryMonth", "must be 1 to 12.");
        }

        if (!isYear)
        {
            problems.Add($"{prefix}ExpiryYear", "must have four digits, 2000 to 2099.");
        }

        // A card is valid until the end of its month. The date itself is card data and is not repeated.
        if (isMonth && isYear && !mayBeExpired)
        {
            var end = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
            if (time.GetUtcNow() >= end + LatestZone)
            {
                problems.Add(
                    $"{prefix}ExpiryYear",
                    "and month have passed: the card has expired. Ask for another card."
                );
            }
        }
    }

    private static void CheckAccount(BbanBankAccount account, ProblemList problems)
    {
        if (account.AccountNumber is null)
        {
            problems.Add($"{Field}.AccountNumber", "is missing.");
        }

        if (string.IsNullOrEmpty(account.RoutingNumber) || !account.RoutingNumber.All(char.IsAsciiDigit))
        {
            problems.Add($"{Field}.RoutingNumber", "must be given in digits.");
        }

        if (!Enum.IsDefined(account.AccountType))
        {
            problems.Add(
                $"{Field}.AccountType",
                $"must be one of {string.Join(", ", Enum.GetNames<BankAccountType>())}."
            );
        }
    }

    private static void CheckIban(IbanBankAccount account, ProblemList problems)
    {
        if (account.AccountNumber is not { } number)
        {
            problems.Add($"{Field}.AccountNumber", "is missing.");
        }
        else if (!IbanRules.HasForm(number.Reveal()))
        {
            problems.Add(
                $"{Field}.AccountNumber",
                "must be an IBAN: the two letters of the country, two check digits, and 11 to 30 letters and digits."
            );
        }
        else if (!IbanRules.HasCountry(number.Reveal()))
        {
            problems.Add(
                $"{Field}.AccountNumber",
                "must be an IBAN whose first two letters are a country of ISO 3166-1, such as GB (not UK) or GR (not EL)."
            );
        }
        else if (!IbanRules.HasValidCheckDigits(number.Reveal()))
        {
            problems.Add($"{Field}.AccountNumber", "has wrong check digits; it was probably mistyped.");
        }
    }
}
