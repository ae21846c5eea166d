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
                { $"{Data}.Tax.Amount", second with { Tax = new CommercialTax { Amount = Money.Usd(-1) } } },
                { $"{Data}.Tax.Amount", second with { Tax = new CommercialTax { Amount = Money.Eur(1) } } },
                {
                    $"{Data}.Tax.Amount",
                    second with
                    {
                        Tax = new CommercialTax { Amount = Money.Usd(1), Treatment = TaxTreatment.Exempt },
                    }
                },
                { $"{Data}.Freight", second with { Freight = Money.Usd(-1) } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "" } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "123456789012345678" } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "PO-88 " } },
                { $"{Data}.CustomerReference", second with { CustomerReference = "PO-ä" } },
                { "Amount", second with { Freight = Money.Usd(90.01m) } },
                { $"{Data}.FreightTax", second with { FreightTax = Money.Usd(1) } },
                {
                    $"{Data}.Tax.NationalAmount",
                    second with
                    {
                        Tax = new CommercialTax { Amount = Money.Usd(1), NationalAmount = Money.Usd(1) },
                    }
                },
                { $"{Data}.InvoiceNumber", second with { InvoiceNumber = "1" } },
                { $"{Data}.ShipTo", third with { ShipToStoredAddressId = "311" } },
                { $"{Data}.ShipTo", second with { ShipTo = Some.Dock } },
                { $"{Data}.LineItems", third with { ShipTo = null } },
                { $"{Data}.ShipTo", third with { RequestedLevel = RequestedDataLevel.LevelIII, ShipTo = null } },
                { $"{Data}.Freight", second with { RequestedLevel = RequestedDataLevel.LevelII, Freight = null } },
                { $"{Data}.ShipToStoredAddressId", third with { ShipTo = null, ShipToStoredAddressId = "0" } },
                { $"{Data}.ShipToStoredAddressId", third with { ShipTo = null, ShipToStoredAddressId = "" } },
                { $"{Data}.ShipToStoredAddressId", third with { ShipTo = null, ShipToStoredAddressId = "adr_1" } },
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
                { $"{Data}.ShipTo.Country", Ship(ship => ship with { Country = "DE" }) },
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
                { Line, Lines(line => line with { Quantity = 0.3333m, UnitPrice = UnitPrice.Of(240.02m, "USD") }) },
                { $"{Data}.LineItems[*].TaxIncluded", Gross },
                { $"{Data}.LineItems[*].Description", Lines(line => line with { Description = "Bolt" }) },
                {
                    $"{Line}.Discount",
                    Lines(line => line with { UnitPrice = UnitPrice.Of(41, "USD"), Discount = Money.Usd(2) })
                },
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
    public async Task Empty_data_asks_for_nothing()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().Ok());

        var result = await fixture.SendAsync(Some.Sale() with { CommercialCardData = new CommercialCardData() });

        Assert.True(result.IsApproved);
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.SentLevel);
        Assert.Empty(result.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task A_problem_at_any_provider_is_reported_once()
    {
        await using var fixture = new VirtualTerminalFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(
                Some.Sale(96.60m) with
                {
                    CommercialCardData = Some.LevelIII with
                    {
                        CustomerReference = "000",
                        ShipTo = Some.Dock with { PostalCode = "1218" },
                        LineItems = [null!],
                    },
                }
            )
        );

        Assert.Equal(
            [$"{Data}.CustomerReference", $"{Data}.ShipTo.PostalCode", Line],
            refusal.Problems.Select(problem => problem.Field)
        );
    }

    [Fact]
    public async Task No_option_stands_in_for_the_policy_of_the_request()
    {
        await using var fixture = new VirtualTerminalFixture(("LeaveOutUnsupportedData", "true"));
        var sale = Some.Sale(96.60m) with { CommercialCardData = Some.LevelII with { InvoiceNumber = "INV-1001" } };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SendAsync(sale));

        Assert.Equal($"{Data}.InvoiceNumber", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public async Task A_longer_address_line_is_possible_by_option()
    {
        await using var fixture = new VirtualTerminalFixture(("MaxAddressLineLength", "60"));

        await fixture.SendAsync(
            Some.Sale(96.60m) with
            {
                CommercialCardData = Ship(ship => ship with { Line1 = new string('x', 60) }),
            }
        );

        Assert.Single(fixture.Stub.Writes);
    }

    private static CommercialCardData Gross =>
        Some.LevelIII with
        {
            Freight = Money.Usd(10),
            LineItems = [Some.Line("BOLT-10", 2, 43.30m) with { TaxIncluded = true }],
        };

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
