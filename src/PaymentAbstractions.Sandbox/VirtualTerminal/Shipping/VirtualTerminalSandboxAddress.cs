namespace PaymentAbstractions.Sandbox;

/// <summary>A stored shipping address of a <see cref="VirtualTerminalSandboxCustomer"/>. All addresses are in the United States.</summary>
public sealed record VirtualTerminalSandboxAddress
{
    /// <summary>The address's id at the provider, positive and unique among all addresses.</summary>
    public required long Id { get; init; }

    /// <summary>The recipient. Default <c>Dock 4</c>.</summary>
    public string Tag { get; init; } = "Dock 4";

    /// <summary>The first line. Default <c>1 Elm St</c>.</summary>
    public string Address1 { get; init; } = "1 Elm St";

    /// <summary>The second line. Default empty.</summary>
    public string Address2 { get; init; } = "";

    /// <summary>The city. Default Troy.</summary>
    public string City { get; init; } = "Troy";

    /// <summary>The state. Default NY.</summary>
    public string State { get; init; } = "NY";

    /// <summary>The ZIP code. Default 12180.</summary>
    public string Postal { get; init; } = "12180";

    /// <summary>The telephone number. Default 5185550100.</summary>
    public string Phone { get; init; } = "5185550100";
}
