using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>Writes the bodies of captures and voids, with the id as text, as their pages document it.</summary>
internal static class CommandWriter
{
    public static ReadOnlyMemory<byte> Capture(long id, Money amount, VirtualTerminalAccount account) =>
        Write(id, amount, account);

    public static ReadOnlyMemory<byte> Void(long id, VirtualTerminalAccount account) => Write(id, null, account);

    private static ReadOnlyMemory<byte> Write(long id, Money? amount, VirtualTerminalAccount account)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("ApiKey", account.Options.ApiKey!.Reveal());
            json.WriteString("TransactionId", id.ToString(CultureInfo.InvariantCulture));
            if (amount is { } money)
            {
                json.WriteNumber("Amount", money.Amount);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
