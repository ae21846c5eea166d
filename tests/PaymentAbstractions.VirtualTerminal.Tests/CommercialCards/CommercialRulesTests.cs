namespace PaymentAbstractions.VirtualTerminal.Tests;

public class CommercialRulesTests
{
    private const string Data = "CommercialCardData";
    private const string Line = Data + ".LineItems[0]";

    public static TheoryData<string, CommercialCardData> Refused
    {
        get
        {
            var second = Some.LevelII;
            var third = Some.LevelIII;
            return new TheoryData<string, CommercialCardData>
            {
                { $"{Data}.Tax.Amount", second with { Tax = null } },
                { $"{Data}.Tax.Amount", second with { Tax = new CommercialTax { Treatment = TaxTreatment.Exempt } } },
                { $"{Data}.Tax.Amount", second with { Tax = new CommercialTax { Amount = Money.Usd(-1) } } },
                { $"{Data}.Tax.Amount", second with { Tax = new CommercialTax { Amount = Money.Eur(1) } } },
                {
                    $"{Data}.Tax",
                    second with
                    {
                        Tax = new CommercialTax { Amount = Money.Usd(1), Treatment = TaxTreatment.Exempt },
                    }
                },
                { $"{Data}.Freight", second with { Freight = null } },
                { $"{Data}.Freight", second with { Freight = Money.Usd(-1) } },
                { $"{Data}.CustomerReference", second with { CustomerReference = null } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "" } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "123456789012345678" } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "PO-88 " } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "PO-ä" } },
                { "Amount", second with { Freight = Money.Usd(90.01m) } },
                { $"{Data}.Discount", second with { Discount = Money.Usd(1) } },
                { $"{Data}.Duty", second with { Duty = Money.Usd(1) } },
                { $"{Data}.FreightTax", second with { FreightTax = Money.Usd(1) } },
                {
                    $"{Data}.Tax.NationalAmount",
                    second with
                    {
                        Tax = new CommercialTax { Amount = Money.Usd(1), NationalAmount = Money.Usd(1) },
                    }
                },
                { $"{Data}.InvoiceNumber", second with { InvoiceNumber = "1" } },
                { $"{Data}.OrderDate", second with { OrderDate = new DateOnly(2026, 3, 1) } },
                { $"{Data}.ShipFromPostalCode", second with { ShipFromPostalCode = "12180" } },
                { $"{Data}.MerchantTaxId", second with { MerchantTaxId = "1" } },
                { $"{Data}.MerchantVatNumber", second with { MerchantVatNumber = "1" } },
                { $"{Data}.CustomerVatNumber", second with { CustomerVatNumber = "1" } },
                { $"{Data}.VatInvoiceReference", second with { VatInvoiceReference = "1" } },
                { $"{Data}.SummaryCommodityCode", second with { SummaryCommodityCode = "1" } },
                { $"{Data}.RequesterName", second with { RequesterName = "Ada" } },
                { $"{Data}.ShipTo", third with { ShipTo = null } },
                { $"{Data}.ShipTo", third with { ShipToStoredAddressId = "311" } },
                { $"{Data}.ShipToStoredAddressId", third with { ShipTo = null, ShipToStoredAddressId = "0" } },
                { $"{Data}.ShipToStoredAddressId", third with { ShipTo = null, ShipToStoredAddressId = "" } },
                { $"{Data}.LineItems", third with { LineItems = [] } },
                { $"{Data}.ShipTo.LastName", Ship(ship => ship with { FirstName = null, LastName = null }) },
                { $"{Data}.ShipTo.LastName", Ship(ship => ship with { Organization = new string('x', 22) }) },
                { $"{Data}.ShipTo.Line1", Ship(ship => ship with { Line1 = " " }) },
                { $"{Data}.ShipTo.Line1", Ship(ship => ship with { Line1 = new string('x', 31) }) },
                { $"{Data}.ShipTo.Line2", Ship(ship => ship with { Line2 = "a\tb" }) },
                { $"{Data}.ShipTo.City", Ship(ship => ship with { City = null }) },
                { $"{Data}.ShipTo.Region", Ship(ship => ship with { Region = "New York" }) },
                { $"{Data}.ShipTo.Region", Ship(ship => ship with { Region = null }) },
                { $"{Data}.ShipTo.PostalCode", Ship(ship => ship with { PostalCode = "1218" }) },
                { $"{Data}.ShipTo.PostalCode", Ship(ship => ship with { PostalCode = "12180_0042" }) },
                { $"{Data}.ShipTo.PostalCode", Ship(ship => ship with { PostalCode = null }) },
                { $"{Data}.ShipTo.Country", Ship(ship => ship with { Country = "CA" }) },
                { $"{Data}.ShipTo.Phone", Ship(ship => ship with { Phone = "call me" }) },
                { $"{Data}.ShipTo.Email", Ship(ship => ship with { Email = "dock@example.com" }) },
                { $"{Line}.ProductCode", Lines(line => line with { ProductCode = null }) },
                { $"{Line}.ProductCode", Lines(line => line with { ProductCode = "1234567890123" }) },
                { $"{Line}.ProductCode", Lines(line => line with { ProductCode = " BOLT" }) },
                { $"{Line}.Quantity", Lines(line => line with { Quantity = 0 }) },
                { $"{Line}.Quantity", Lines(line => line with { Quantity = -2 }) },
                { $"{Line}.Quantity", Lines(line => line with { Quantity = 2.00001m }) },
                { $"{Line}.Quantity", Lines(line => line with { Quantity = decimal.MaxValue }) },
                { $"{Line}.UnitPrice", Lines(line => line with { UnitPrice = default }) },
                { $"{Line}.UnitPrice", Lines(line => line with { UnitPrice = UnitPrice.Of(39.999m, "USD") }) },
                { $"{Line}.UnitPrice", Lines(line => line with { UnitPrice = UnitPrice.Of(40, "EUR") }) },
                { Line, Lines(line => line with { Quantity = 0.3333m }) },
                { $"{Line}.TaxIncluded", Lines(line => line with { TaxIncluded = true }) },
                { $"{Line}.Discount", Lines(line => line with { Discount = Money.Usd(1) }) },
                { $"{Line}.Discount", Lines(line => line with { DiscountRate = 1 }) },
                { $"{Line}.Description", Lines(line => line with { Description = "Bolt" }) },
                { $"{Line}.CommodityCode", Lines(line => line with { CommodityCode = "31161500" }) },
                { $"{Line}.UnitOfMeasure", Lines(line => line with { UnitOfMeasure = "EA" }) },
                { $"{Line}.Tax", Lines(line => line with { Tax = Money.Usd(1) }) },
                { $"{Line}.TaxRate", Lines(line => line with { TaxRate = 8.25m }) },
                { $"{Line}.TaxType", Lines(line => line with { TaxType = "S" }) },
                { "Amount", Lines(line => line with { Quantity = 3 }) },
                { "Amount", third with { Freight = Money.Usd(9.99m) } },
                { "Amount", third with { Tax = new CommercialTax { Amount = Money.Usd(6.61m) } } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Data_that_is_not_whole_or_does_not_add_up_is_refused(string field, CommercialCardData data)
    {
        await using var fixture = new VirtualTerminalFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = data })
        );

        Assert.Equal(field, Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Empty_data_is_no_level()
    {
        await using var fixture = new VirtualTerminalFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Some.Sale() with { CommercialCardData = new CommercialCardData() })
        );

        Assert.Equal(
            [$"{Data}.Tax.Amount", $"{Data}.Freight", $"{Data}.CustomerReference"],
            refusal.Problems.Select(problem => problem.Field)
        );
    }

    [Fact]
    public async Task What_changes_the_sum_is_refused_even_when_the_rest_may_be_left_out()
    {
        await using var fixture = new VirtualTerminalFixture(("LeaveOutUnsupportedData", "true"));

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(
                Some.Sale(96.60m) with
                {
                    CommercialCardData = Some.LevelIII with
                    {
                        Discount = Money.Usd(1),
                        LineItems =
                        [
                            Some.Line("BOLT-10", 2, 40) with
                            {
                                Discount = Money.Usd(1),
                                Description = "Bolt",
                            },
                        ],
                    },
                }
            )
        );

        Assert.Equal([$"{Data}.Discount", $"{Line}.Discount"], refusal.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public async Task A_longer_address_line_is_possible_by_option()
    {
        await using var fixture = new VirtualTerminalFixture(("AddressLineLimit", "60"));

        await fixture.SendAsync(
            Some.Sale(96.60m) with
            {
                CommercialCardData = Ship(ship => ship with { Line1 = new string('x', 60) }),
            }
        );

        Assert.Single(fixture.Stub.Writes);
    }

    private static CommercialCardData Ship(Func<Address, Address> change) =>
        Some.LevelIII with
        {
            ShipTo = change(Some.Dock),
        };

    private static CommercialCardData Lines(Func<CommercialLineItem, CommercialLineItem> change) =>
        Some.LevelIII with
        {
            LineItems = [change(Some.Line("BOLT-10", 2, 40))],
        };
}
