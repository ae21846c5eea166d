using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes a line item in the format of answers.</summary>
internal static class OrderLineJson
{
    // The documented answer has no quantity.
    public static JsonObject Of(OrderLine line) =>
        new()
        {
            ["ID"] = line.Id,
            ["CommodityCode"] = line.Product.CommodityCode,
            ["Description"] = line.Product.Description,
            ["Price"] = line.Price,
            ["ProductCode"] = line.Product.Code,
            ["UnitOfMeasure"] = line.Product.UnitOfMeasure,
        };
}
