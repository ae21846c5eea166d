using System.Buffers;
using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes customers and payment instruments. Source: core API reference, customers and payment instruments.</summary>
internal static class VaultWriter
{
    public static ReadOnlyMemory<byte> Customer(Customer customer, RebillyAccount account)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("websiteId", account.Options.WebsiteId);
            AddressWriter.Write(json, "primaryAddress", customer.Address);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Instrument(StorePaymentMethodRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (request.PaymentMethod is TokenPaymentMethod token)
            {
                json.WriteString("customerId", request.CustomerId);
                json.WriteString("token", token.Token.Reveal());
            }
            else
            {
                InstructionWriter.WriteDetails(json, request.PaymentMethod, request.CustomerId, request.BillingAddress);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
