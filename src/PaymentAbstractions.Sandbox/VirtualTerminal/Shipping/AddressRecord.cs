namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A billing or shipping address; <see cref="Id"/> is 0 unless it is stored.</summary>
internal sealed record AddressRecord
{
    public long Id { get; init; }

    public string? Tag { get; init; }

    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Postal { get; init; }

    public string? Phone { get; init; }

    /// <summary>Whether the address is complete enough for shipping, which Level III requires.</summary>
    public bool IsComplete => !new[] { Tag, Address1, City, State, Postal }.Any(string.IsNullOrWhiteSpace);

    public static AddressRecord Of(VirtualTerminalSandboxAddress address) =>
        new()
        {
            Id = address.Id,
            Tag = address.Tag,
            Address1 = address.Address1,
            Address2 = address.Address2,
            City = address.City,
            State = address.State,
            Postal = address.Postal,
            Phone = address.Phone,
        };

    public static AddressRecord? Read(BodyReader? fields) =>
        fields is null
            ? null
            : new()
            {
                Tag = fields.Text("Tag"),
                Address1 = fields.Text("Address1"),
                Address2 = fields.Text("Address2"),
                City = fields.Text("City"),
                State = fields.Text("State"),
                Postal = fields.Text("Postal"),
                Phone = fields.Text("Phone"),
            };
}
