using System.Net;
using System.Text;
using Checkout.Browser.Running;
using Checkout.Browser.Visits;

namespace Checkout.Browser.Buying;

public sealed class CardSecrecyTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    private readonly ShopFixture _shop = shop;

    [Fact]
    public async Task No_card_number_reaches_the_shop_or_its_files()
    {
        var visitor = await VisitAsync();
        await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#keep"));
        await visitor.ExpectAsync("Paid");
        await visitor.BuyAsync(TestCard.Declined);
        await visitor.ExpectAsync("Open");

        var returned = visitor.Watch.Sent.Where(request =>
            request.Method == "POST" && request.Url.Contains("/payments/return/", StringComparison.Ordinal)
        );
        Assert.Equal(2, returned.Count());
        Assert.All(returned, request => Assert.StartsWith("token=", request.Body, StringComparison.Ordinal));
        Assert.Empty(visitor.Watch.Sent.SelectMany(request => request.CardNumbers()));
        var files = Directory.GetFiles(_shop.Data, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("shop.db", StringComparison.Ordinal));
        Assert.DoesNotContain(files, HasCardNumber);
        Assert.DoesNotContain(TestCard.Numbers, number => Shop.Output.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_number_in_a_request_would_be_noticed()
    {
        Assert.NotEmpty(new SentRequest("POST", "http://shop/", "card=4111+1111%201111-1111").CardNumbers());
        Assert.NotEmpty(new SentRequest("GET", "http://shop/?c=4000000000000002", "").CardNumbers());
        Assert.Empty(new SentRequest("POST", "http://shop/4111", "token=1111").CardNumbers());
    }

    [Theory]
    [InlineData("")]
    [InlineData("cart")]
    [InlineData("checkout")]
    [InlineData("orders/any/pay")]
    [InlineData("orders/any?handler=Refund")]
    [InlineData("orders/any?handler=Void")]
    [InlineData("orders/any?handler=Capture")]
    [InlineData("orders/any?handler=Finish")]
    [InlineData("operator?handler=Switch")]
    [InlineData("operator?handler=Resolve")]
    [InlineData("operator?handler=Permit")]
    [InlineData("operator?handler=Kill")]
    public async Task A_form_of_another_site_is_refused(string path)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([new("code", "BOLT-10"), new("quantity", "1")]);

        using var answer = await http.PostAsync(
            new Uri(Shop.Address, path),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static bool HasCardNumber(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        var text = reader.ReadToEnd();
        return TestCard.Numbers.Any(number => text.Contains(number, StringComparison.Ordinal));
    }
}
