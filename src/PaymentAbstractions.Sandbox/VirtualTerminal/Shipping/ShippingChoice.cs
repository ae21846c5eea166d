namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The shipping address that a request chose: a new one or a stored one.</summary>
internal sealed record ShippingChoice(AddressRecord Address, bool IsNew)
{
    /// <summary>Reads the choice; null when the request makes none, or a wrong one.</summary>
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
            }

            return address is null ? null : new(address, IsNew: true);
        }

        // Zero is what a binder makes of an id that is not there.
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
}
