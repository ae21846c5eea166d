using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Data.Sqlite;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Trouble;

/// <summary>Recovery comes late here, so that a person is first.</summary>
public sealed class OperatorTests(SharedBrowser browser, PatientShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<PatientShopFixture>
{
    private readonly PatientShopFixture _shop = shop;

    [Fact]
    public async Task A_payment_in_doubt_is_looked_up()
    {
        var visitor = await VisitAsync();
        var number = await BuyInDoubtAsync(visitor);

        await visitor.GoAsync("operator");
        var doubt = visitor.Page.GetByTestId("doubt").Filter(new() { HasText = number });
        await doubt.GetByTestId("look-up").ClickAsync();

        await Expect(visitor.Page.GetByTestId("notice")).ToHaveTextAsync("It is resolved: Approved.");
        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_payment_in_doubt_is_looked_up_from_its_order()
    {
        var visitor = await VisitAsync();
        var number = await BuyInDoubtAsync(visitor);

        await visitor.Page.ClickAsync("#finish");

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_payment_in_doubt_is_resolved_by_hand_and_it_is_kept_who_did_so_and_why()
    {
        var visitor = await VisitAsync();
        var number = await BuyInDoubtAsync(visitor);
        var sale = Assert.Single(await Ledger.ExpectAsync(number, "Sale"));

        await visitor.ResolveAsync(number, "Approved", sale.Id);

        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paid");
        await Expect(visitor.Page.GetByTestId("transaction")).ToHaveTextAsync(sale.Id);
        Assert.Equal(("Approved", "Grace Hopper", "Asked the provider"), ResolutionOf(number));
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task An_order_in_doubt_takes_no_other_payment_unless_a_person_permits_it()
    {
        var visitor = await VisitAsync();
        await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#keep"));
        await visitor.ExpectAsync("Paid");
        var number = await BuyInDoubtAsync(visitor);
        var finish = await StoredForm.OfAsync(visitor, visitor.Page.Locator("#finish"));

        await Expect(visitor.Page.GetByTestId("shopper-message")).ToContainTextAsync("Please do not pay again.");
        await Expect(visitor.Page.Locator("#pay-again")).ToHaveCountAsync(0);
        await visitor.GoAsync($"orders/{number}/pay");
        await visitor.ExpectAsync("Paying");
        await finish.With($"/orders/{number}/pay", ("method", "new")).SendAsync();
        await visitor.GoAsync("operator");
        var seen = $"seen[{number}]";
        var version = await visitor.Page.Locator($"input[name='{seen}']").GetAttributeAsync("value");
        var permission = finish.With(
            "/operator?handler=Permit",
            ("number", number),
            (seen, version!),
            ("who", "Grace"),
            ("why", "Sure")
        );
        Assert.Contains(
            "Nothing was changed",
            await (await permission.SendAsync()).TextAsync(),
            StringComparison.Ordinal
        );
        var unnamed = permission.With(null, ("sure", "true"), ("who", " "));
        Assert.Contains("Nothing was changed", await (await unnamed.SendAsync()).TextAsync(), StringComparison.Ordinal);

        // The order has changed since the operator saw it.
        await permission.With(null, ("sure", "true"), (seen, "0")).SendAsync();
        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paying");
        await Ledger.ExpectAsync(number, "Sale");
        await permission.With(null, ("sure", "true")).SendAsync();
        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Open");
        await Expect(visitor.Page.Locator("#order-status")).ToContainTextAsync("Grace: Sure");
    }

    [Fact]
    public async Task A_refresh_in_the_background_leaves_the_notice_to_the_next_page()
    {
        var visitor = await VisitAsync();
        await visitor.GoAsync("operator");
        var form = await StoredForm.OfAsync(visitor, visitor.Page.Locator("#fault-none"));
        await form.SendAsync(maxRedirects: 0);

        var refresh = await visitor.Context.APIRequest.GetAsync(
            visitor.Page.Url,
            new() { Headers = [new("X-Refresh", "1")] }
        );
        await visitor.GoAsync("operator");

        Assert.DoesNotContain("data-testid=\"notice\"", await refresh.TextAsync(), StringComparison.Ordinal);
        await Expect(visitor.Page.GetByTestId("notice")).ToHaveTextAsync("The provider behaves again.");
    }

    /// <summary>Buys something; the provider charges it, and the connection breaks before the answer.</summary>
    private static async Task<string> BuyInDoubtAsync(Visitor visitor)
    {
        await visitor.OperateAsync("#fault-reset");
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paying");
        return number;
    }

    private (string Outcome, string Who, string Why) ResolutionOf(string number)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(_shop.Data, "payments.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT to_outcome, who, why FROM resolutions WHERE key = $key";
        command.Parameters.AddWithValue("$key", $"order-{number}-attempt-1");
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        return (row.GetString(0), row.GetString(1), row.GetString(2));
    }
}
