using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes payment instructions and instruments in the format of each payment method.</summary>
/// <remarks>Source: core API reference, paymentInstruction and payment instruments.</remarks>
internal static class InstructionWriter
{
    /// <summary>Writes the instruction of a transaction; the customer's default method needs none.</summary>
    public static void Write(Utf8JsonWriter json, PaymentMethod method, string customerId, Address? billingAddress)
    {
        if (method is CustomerDefaultPaymentMethod)
        {
            return;
        }

        json.WriteStartObject("paymentInstruction");
        switch (method)
        {
            case StoredPaymentMethod stored:
                json.WriteString("paymentInstrumentId", stored.Id);
                break;
            case TokenPaymentMethod token:
                json.WriteString("token", token.Token.Reveal());
                break;
            case CustomerChoicePaymentMethod choice:
                WriteChoice(json, choice);
                break;
            default:
                WriteDetails(json, method, customerId, billingAddress);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the members of a card or bank account; the API requires the customer to be repeated inside.</summary>
    public static void WriteDetails(
        Utf8JsonWriter json,
        PaymentMethod method,
        string customerId,
        Address? billingAddress
    )
    {
        json.WriteString("method", method is PaymentCard ? Vocabulary.PaymentCard : Vocabulary.Ach);
        json.WriteString("customerId", customerId);
        switch (method)
        {
            case PaymentCard card:
                json.WriteString("pan", card.Number.Reveal());
                json.WriteNumber("expMonth", card.ExpiryMonth);
                json.WriteNumber("expYear", card.ExpiryYear);
                json.Optional("cvv", card.SecurityCode?.Reveal());
                break;
            case BbanBankAccount account:
                json.WriteString("accountNumberType", "BBAN");
                json.WriteString("accountNumber", account.AccountNumber.Reveal());
                json.WriteString("routingNumber", account.RoutingNumber);
                json.WriteString("accountType", AccountType(account.AccountType));
                json.Optional("bankName", account.BankName);
                break;
            case IbanBankAccount account:
                json.WriteString("accountNumberType", "IBAN");
                json.WriteString("accountNumber", account.AccountNumber.Reveal());
                json.Optional("bic", account.Bic);
                json.Optional("bankName", account.BankName);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(method));
        }

        AddressWriter.Write(json, "billingAddress", billingAddress);
    }

    private static void WriteChoice(Utf8JsonWriter json, CustomerChoicePaymentMethod choice)
    {
        if (choice.Methods.Count > 0)
        {
            json.WriteStartArray("methods");
            foreach (var method in choice.Methods)
            {
                json.WriteStringValue(method);
            }

            json.WriteEndArray();
        }

        json.Optional("receivedBy", choice.ReceivedBy);
        json.Optional("reference", choice.Reference);
    }

    private static string AccountType(BankAccountType type) =>
        type switch
        {
            BankAccountType.Checking => "checking",
            BankAccountType.Savings => "savings",
            _ => "other",
        };
}
