namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The shipping address of a request: a new one or a stored one.</summary>
internal sealed record ShippingChoice(AddressRecord Address, bool IsNew)
{
    private const int MaxLength = 60;

    /// <summary>Reads the address; null when the request has none or an invalid one.</summary>
    public static ShippingChoice? Read(
        BodyReader fields,
        CustomerRecord? customer,
        VirtualTerminalSandboxProfile profile
    )
    {
        var id = fields.Id("ShippingId");
        var address = AddressRecord.Read(fields.Object("ShippingAddress"));
        var isChosen = fields.HasValue("ShippingId");
        if (id == profile.NewShippingId && (isChosen || address is not null))
        {
            if (address is null)
            {
                fields.Fail("ShippingAddress is required");
                return null;
            }

            CheckLimits(address, fields);
            return new(address, IsNew: true);
        }

        // A binder converts a missing id to zero.
        if (id == 0)
        {
            return null;
        }

        var stored = customer?.Addresses.Find(known => known.Id == id);
        if (stored is null)
        {
            fields.Fail("Invalid ShippingId");
        }

        return stored is null ? null : new(stored, IsNew: false);
    }

    // The provider documents no limits; these are conservative.
    private static void CheckLimits(AddressRecord address, BodyReader fields)
    {
        string?[] lines = [address.Tag, address.Address1, address.Address2, address.City, address.State];
        if (lines.Any(line => line?.Length > MaxLength))
        {
            fields.Fail("Invalid ShippingAddress");
        }

        if (!string.IsNullOrEmpty(address.Postal) && !IsPostalCode(address.Postal))
        {
            fields.Fail("Invalid Postal");
        }
    }

    private static bool IsPostalCode(string code)
    {
        var digits = code.Length == 10 && code[5] == '-' ? code.Remove(5, 1) : code;
        return digits.Length is 5 or 9 && digits.All(char.IsAsciiDigit);
    }
}
