using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads payment instruments. Source: core API reference, payment instruments.</summary>
internal static class InstrumentReader
{
    /// <returns>The instrument; <see langword="null"/> when it has no usable id or customer.</returns>
    public static VaultPaymentMethod? Read(JsonFields fields)
    {
        var (id, customerId) = (fields.DecidingText("id"), fields.DecidingText("customerId"));
        return id is null || customerId is null || !RebillyIds.IsValid(id) || fields.Problem is not null
            ? null
            : new VaultPaymentMethod
            {
                Id = id,
                CustomerId = customerId,
                Details = DetailsOf(fields, id),
                Status = fields.Text("status") switch
                {
                    "active" => VaultPaymentMethodStatus.Active,
                    "inactive" => VaultPaymentMethodStatus.NeverApproved,
                    "expired" => VaultPaymentMethodStatus.Expired,
                    "deactivated" => VaultPaymentMethodStatus.Deactivated,
                    "verification-needed" => VaultPaymentMethodStatus.VerificationNeeded,
                    _ => VaultPaymentMethodStatus.Unknown,
                },
                BillingAddress = AddressReader.Read(fields.Inside("billingAddress")),
                CreatedAt = fields.Time("createdTime"),
            };
    }

    private static PaymentMethodDetails DetailsOf(JsonFields fields, string id)
    {
        var (method, bin) = (fields.Text("method"), fields.Text("bin"));
        var (month, year) = (fields.Whole("expMonth"), fields.Whole("expYear"));
        return new PaymentMethodDetails
        {
            Kind = (method, fields.Text("accountNumberType")) switch
            {
                (Vocabulary.PaymentCard, _) => PaymentMethodKind.PaymentCard,
                (Vocabulary.Ach, "BBAN") => PaymentMethodKind.BbanBankAccount,
                (Vocabulary.Ach, "IBAN") => PaymentMethodKind.IbanBankAccount,
                _ => PaymentMethodKind.None,
            },
            Method = method,
            Id = id,
            Brand = fields.Text("brand") is { Length: > 0 } brand
                ? CardBrand.FromProvider(brand)
                : CardBrand.FromBin(bin),
            Bin = bin,
            LastFour = fields.Text("last4"),
            ExpiryMonth = month is >= 1 and <= 12 ? (int)month : null,
            ExpiryYear = year is >= 2000 and <= 9999 ? (int)year : null,
            Wallet = fields.Text("digitalWallet") switch
            {
                "Apple Pay" => DigitalWallet.ApplePay,
                "Google Pay" => DigitalWallet.GooglePay,
                "Samsung Pay" => DigitalWallet.SamsungPay,
                _ => default,
            },
        };
    }
}
