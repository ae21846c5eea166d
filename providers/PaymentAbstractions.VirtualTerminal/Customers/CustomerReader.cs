using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads customers with their cards and recurring billings; member names are case-insensitive.</summary>
/// <remarks>
/// Source: the page on getting a customer and its payment methods, and published answers. The answer's success flag has no meaning there.
/// </remarks>
internal sealed class CustomerReader(Currency currency)
{
    /// <summary>Reads the identity of a customer.</summary>
    /// <returns>The customer without cards; <see langword="null"/> when its number or code cannot be read.</returns>
    public static TerminalCustomer? Read(JsonFields fields)
    {
        var (number, code) = (fields.DecidingWhole("ID"), fields.DecidingText("Code"));
        return number is not > 0 || fields.Problem is not null
            ? null
            : new TerminalCustomer
            {
                Number = number.Value,
                Name = fields.Text("Name"),
                Code = string.IsNullOrEmpty(code) ? null : code,
                Contact = fields.Text("PrimaryContact"),
                Phone = fields.Text("PrimaryContactPhone"),
                Email = fields.Text("PrimaryContactEmailAddress"),
            };
    }

    /// <summary>Reads a customer with all stored data.</summary>
    /// <returns>The customer; <see langword="null"/> when a card or a billing cannot be read, which differs from having none.</returns>
    public TerminalCustomer? ReadWhole(JsonFields fields)
    {
        if (Read(fields) is not { } customer || fields.DecidingObjects("PaymentMethods") is not { } methods)
        {
            return null;
        }

        // The page uses the plural as the list's name, recorded answers use the singular.
        if (
            fields.DecidingObjects("RecurrentBilling") is not { } billings
            || fields.DecidingObjects("RecurrentBillings") is not { } others
        )
        {
            return null;
        }

        var (cards, charges) = (methods.Select(MethodOf).ToList(), billings.Concat(others).Select(BillingOf).ToList());
        return cards.Contains(null) || charges.Contains(null)
            ? null
            : customer with
            {
                Methods = [.. cards.OfType<VaultPaymentMethod>()],
                Billings = [.. charges.OfType<RecurringBilling>()],
            };
    }

    private static VaultPaymentMethod? MethodOf(JsonFields fields)
    {
        if (fields.Whole("ID") is not (> 0 and var number))
        {
            return null;
        }

        var (month, year) = (fields.Whole("ExpirationMonth"), fields.Whole("ExpirationYear"));
        return new VaultPaymentMethod
        {
            Id = Text(number),
            CustomerId = "",
            Details = new PaymentMethodDetails
            {
                Kind = PaymentMethodKind.PaymentCard,
                Id = Text(number),
                Brand = CardBrand.FromProvider(fields.Text("CardType")),
                LastFour = fields.Text("Last4"),
                ExpiryMonth = month is >= 1 and <= 12 ? (int)month : null,
                ExpiryYear = year is >= 2000 and <= 9999 ? (int)year : null,
            },
            BillingAddress = new Address
            {
                FirstName = fields.Text("CardholderFirstName"),
                LastName = fields.Text("CardholderLastName"),
                Line1 = fields.Text("BillingStreet1"),
                Line2 = fields.Text("BillingStreet2"),
                City = fields.Text("BillingCity"),
                Region = fields.Text("BillingState"),
                PostalCode = fields.Text("BillingZip"),
            },
        };
    }

    private RecurringBilling? BillingOf(JsonFields fields) =>
        fields.Whole("ID") is not (> 0 and var number)
            ? null
            : new RecurringBilling
            {
                Id = Text(number),
                PaymentMethodId = fields.Whole("PaymentMethodId") is > 0 and var method ? Text(method) : null,
                Frequency = fields.Text("Frequency")?.ToUpperInvariant() switch
                {
                    "W" => RecurringFrequency.Weekly,
                    "M" => RecurringFrequency.Monthly,
                    "Q" => RecurringFrequency.Quarterly,
                    "Y" => RecurringFrequency.Yearly,
                    _ => RecurringFrequency.Unknown,
                },
                TotalAmount = AmountOf(fields, "TotalAmount"),
                ShippingAmount = AmountOf(fields, "ShippingAmount"),
                Description = fields.Text("Description"),
                TransactionDay = fields.Whole("TransactionDay") is >= 1 and <= 31 and var day ? (int)day : null,
                CreatedAt = fields.Time("DateCreated"),
            };

    private Money? AmountOf(JsonFields fields, string name) =>
        decimal.TryParse(fields.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
            ? ProviderMoney.Read(figure, currency)
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
