namespace PaymentAbstractions.Adapters.Tests;

public sealed class LeftOutFieldsTests
{
    [Fact]
    public void Fields_that_are_given_and_not_sent_are_listed()
    {
        var sale = Some.Sale() with
        {
            Description = "Two books",
            Metadata = Metadata.From([new("shelf", "7")]),
            Customer = new Customer
            {
                Id = "cus_1",
                Address = new Address { City = "Troy" },
            },
            BillingAddress = new Address { City = "Troy" },
            Shopper = new ShopperContext(),
            ReturnUrl = new Uri("https://shop.example/"),
            NotificationUrl = new Uri("https://shop.example/"),
            StoredCredentialUse = StoredCredentialUse.First,
        };

        Assert.Equal(
            [
                "Description",
                "Metadata",
                "OrderReference",
                "Customer",
                "Customer.Address",
                "BillingAddress",
                "Shopper",
                "ReturnUrl",
                "NotificationUrl",
                "StoredCredentialUse",
            ],
            LeftOutFields.Of(sale)
        );
        Assert.Equal(
            ["Customer.Address", "NotificationUrl"],
            LeftOutFields.Of(
                sale,
                "Description",
                "Metadata",
                "OrderReference",
                "Customer",
                "BillingAddress",
                "Shopper",
                "ReturnUrl",
                "StoredCredentialUse"
            )
        );
    }

    [Fact]
    public void Missing_fields_are_not_reported_as_left_out()
    {
        Assert.Empty(LeftOutFields.Of(Some.Capture()));
        Assert.Equal(["Description"], LeftOutFields.Of(Some.Void() with { Description = "Mistake" }));
    }
}
