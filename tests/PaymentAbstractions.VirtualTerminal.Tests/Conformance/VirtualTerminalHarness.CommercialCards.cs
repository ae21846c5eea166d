using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public abstract partial class VirtualTerminalHarness
{
    public override string? LastWrite => Sandbox.Traffic.Requests.LastOrDefault(MovesMoney)?.Body;

    // Where the goods come from has no field; what they are and how they are taxed, the catalog there knows.
    public override CommercialOrder NewExpressibleOrder()
    {
        var order = NewCommercialOrder();
        return order with
        {
            Data = order.Data with
            {
                ShipFromPostalCode = null,
                LineItems =
                [
                    .. order.Data.LineItems.Select(line => new CommercialLineItem
                    {
                        ProductCode = line.ProductCode,
                        Quantity = line.Quantity,
                        UnitPrice = line.UnitPrice,
                        NetAmount = line.NetAmount,
                        Discount = line.Discount,
                    }),
                ],
            },
        };
    }

    // A capture names its transaction and an amount, and no more. A refund of what is settled is a credit.
    public override bool CarriesCommercialData(PaymentOperation operation) => operation != PaymentOperation.Capture;

    // A capture or a void shows the level of the transaction that it is about.
    private static CommercialDataLevel? BookedAt(SandboxMovement movement) =>
        movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Authorize or SandboxMovementKind.Credit
            ? (CommercialDataLevel?)movement.DataLevel
            : null;
}
