namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The recipient of a shipment as the provider's single line: the person, the company, or both.</summary>
internal static class ShippingTag
{
    public static string Of(Address address) =>
        string.Join(
            ", ",
            new[]
            {
                string.Join(' ', new[] { address.FirstName, address.LastName }.Where(IsGiven)),
                address.Organization,
            }.Where(IsGiven)
        );

    private static bool IsGiven(string? part) => !string.IsNullOrWhiteSpace(part);
}
