using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes an address in the format of answers.</summary>
internal static class AddressJson
{
    public static JsonObject? OrNull(AddressRecord? address) => address is null ? null : Of(address);

    private static JsonObject Of(AddressRecord address) =>
        new()
        {
            ["Tag"] = address.Tag,
            ["Address1"] = address.Address1,
            ["Address2"] = address.Address2,
            ["City"] = address.City,
            ["State"] = address.State,
            ["Postal"] = address.Postal,
            ["Phone"] = address.Phone,
        };
}
