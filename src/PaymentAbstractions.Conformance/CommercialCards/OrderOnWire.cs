using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conformance;

/// <summary>The values of an order that can be recognized in a request to the provider, regardless of its format.</summary>
internal sealed class OrderOnWire
{
    // Shorter texts occur by chance.
    private const int LongEnoughToLookFor = 3;
    private const int LongEnoughToBeNoOther = 6;

    private readonly string _plain;
    private readonly string _decoded;
    private readonly HashSet<decimal> _numbers;

    public OrderOnWire(string body)
    {
        _plain = body;
        _decoded = WebUtility.UrlDecode(body);
        _numbers =
        [
            .. Regex
                .Matches(
                    _decoded,
                    @"[0-9]{1,20}(\.[0-9]{1,8})?",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(10)
                )
                .Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>The fields that were neither sent nor dropped.</summary>
    public IEnumerable<string> Lost(CommercialCardData data, ValueList<string> dropped) =>
        Texts(data)
            .Where(text => text.Value.Length >= LongEnoughToLookFor && !Shows(text.Value))
            .Select(text => text.Field)
            .Concat(Amounts(data).Where(amount => !Shows(amount.Value)).Select(amount => amount.Field))
            .Where(field => !dropped.Contains(field))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The fields that were sent although they are reported as dropped.</summary>
    public IEnumerable<string> SentDespiteReport(CommercialCardData data, ValueList<string> dropped) =>
        Texts(data)
            .Where(text => dropped.Contains(text.Field) && text.Value.Length >= LongEnoughToBeNoOther)
            .Where(text => Shows(text.Value))
            .Select(text => text.Field)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The texts of an order by field name, as in <see cref="CommercialCardData.GivenFields"/>.</summary>
    public static IEnumerable<(string Field, string Value)> Texts(CommercialCardData data)
    {
        var shipTo = data.ShipTo;
        (string, string?)[] header =
        [
            ("CustomerReference", data.CustomerReference),
            ("InvoiceNumber", data.InvoiceNumber),
            ("ShipTo.FirstName", shipTo?.FirstName),
            ("ShipTo.LastName", shipTo?.LastName),
            ("ShipTo.Organization", shipTo?.Organization),
            ("ShipTo.Line1", shipTo?.Line1),
            ("ShipTo.Line2", shipTo?.Line2),
            ("ShipTo.City", shipTo?.City),
            ("ShipTo.PostalCode", shipTo?.PostalCode),
            ("ShipTo.Phone", shipTo?.Phone),
            ("ShipTo.Email", shipTo?.Email),
            ("ShipToStoredAddressId", data.ShipToStoredAddressId),
            ("ShipFromPostalCode", data.ShipFromPostalCode),
            ("MerchantTaxId", data.MerchantTaxId),
            ("MerchantVatNumber", data.MerchantVatNumber),
            ("CustomerVatNumber", data.CustomerVatNumber),
            ("VatInvoiceReference", data.VatInvoiceReference),
            ("SummaryCommodityCode", data.SummaryCommodityCode),
            ("RequesterName", data.RequesterName),
            .. data.AdviceTexts.Select(text => ("AdviceTexts", text)),
        ];
        return header
            .Concat(data.LineItems.SelectMany(TextsOf))
            .Where(text => text.Item2 is not null)
            .Select(text => (text.Item1, text.Item2!));
    }

    private static IEnumerable<(string, string?)> TextsOf(CommercialLineItem line) =>
        [
            ("LineItems[*].ProductCode", line.ProductCode),
            ("LineItems[*].CommodityCode", line.CommodityCode?.Code),
            ("LineItems[*].Description", line.Description),
            ("LineItems[*].UnitOfMeasure", line.UnitOfMeasure),
            ("LineItems[*].TaxType", line.TaxType),
            ("LineItems[*].PurchaseOrderNumber", line.PurchaseOrderNumber),
            ("LineItems[*].CatalogNumber", line.CatalogNumber),
        ];

    // A zero is not visible: it may be sent by omitting its field.
    private static IEnumerable<(string Field, Money Value)> Amounts(CommercialCardData data) =>
        new (string Field, Money? Value)[]
        {
            ("Tax.Amount", data.Tax?.Amount),
            ("Tax.NationalAmount", data.Tax?.NationalAmount),
            ("Freight", data.Freight),
            ("FreightTax", data.FreightTax),
            ("Duty", data.Duty),
            ("Discount", data.Discount),
        }
            .Concat(data.LineItems.Select(line => (Field: "LineItems[*].UnitPrice", Value: PriceOf(line))))
            .Concat(data.LineItems.Select(line => (Field: "LineItems[*].Tax", Value: line.Tax)))
            .Concat(data.LineItems.Select(line => (Field: "LineItems[*].Discount", Value: line.Discount)))
            .Where(amount => amount.Value is { IsZero: false })
            .Select(amount => (amount.Field, amount.Value!.Value));

    // A price with more decimals than the currency cannot be recognized by its minor units.
    private static Money? PriceOf(CommercialLineItem line) =>
        line.UnitPrice is { Amount: var price, Currency: var currency }
        && decimal.Round(price, currency.Exponent) == price
            ? new Money(price, currency)
            : null;

    private bool Shows(string text) =>
        _plain.Contains(text, StringComparison.Ordinal) || _decoded.Contains(text, StringComparison.Ordinal);

    private bool Shows(Money amount) => _numbers.Contains(amount.Amount) || _numbers.Contains(amount.ToMinorUnits());
}
