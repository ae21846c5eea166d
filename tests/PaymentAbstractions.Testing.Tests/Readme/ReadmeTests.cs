using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using PaymentAbstractions.Testing.Tests.Hosting;

namespace PaymentAbstractions.Testing.Tests;

// The examples in the README. Both places leave out the tokens that xUnit asks for.
#pragma warning disable xUnit1051
public sealed class ReadmeTests
{
    [Fact]
    public async Task A_gateway_in_memory()
    {
        var gateway = new FakePaymentGateway();
        var held = await gateway.AuthorizeAsync(PaymentRequests.Authorize(Money.Usd(50m)));
        var again = await gateway.AuthorizeAsync(PaymentRequests.Authorize(Money.Usd(50m), "second-key"));
        var taken = await gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!, Money.Usd(30m)));
        var tooMuch = await gateway.CaptureAsync(
            PaymentRequests.Capture(held.Transaction!, Money.Usd(30m), "third-key")
        );

        Assert.Equal(PaymentReason.AlreadyPaid, again.Reason);
        Assert.True(taken.IsApproved);
        Assert.Equal(PaymentReason.ExceedsAvailableAmount, tooMuch.Reason);
    }

    [Fact]
    public async Task A_script()
    {
        var gateway = new FakePaymentGateway()
            .EnqueueNotSent()
            .Enqueue(PaymentOperation.Sale, request => PaymentResults.Declined(request, "51"))
            .When(
                request => request is SaleRequest sale && sale.Amount > Money.Usd(1000m),
                request => PaymentResults.Pending(request, new Uri("https://bank.example/approve"))
            );

        var first = await gateway.SaleAsync(PaymentRequests.Sale());
        var second = await gateway.SaleAsync(PaymentRequests.Sale());
        var third = await gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(1001m), "third-key"));

        Assert.Equal(PaymentOutcome.NotSent, first.Outcome);
        Assert.Equal(PaymentOutcome.Declined, second.Outcome);
        Assert.Equal(PaymentOutcome.Pending, third.Outcome);
    }

    [Fact]
    public async Task Level_two_and_three_data()
    {
        var gateway = new FakePaymentGateway();
        var request = PaymentRequests.CommercialSale();
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            gateway.SaleAsync(request with { Amount = request.Amount + Money.Usd(0.01m) })
        );
        var paid = await gateway.SaleAsync(request);

        Assert.Equal(CommercialDataLevel.LevelIII, paid.CommercialData.SentLevel);
        Assert.Contains(refusal.Problems, problem => problem.Field == "Amount");
    }

    [Fact]
    public async Task A_whole_application()
    {
        var gateway = new FakePaymentGateway().Enqueue(
            PaymentOperation.Sale,
            sale => PaymentResults.Declined(sale, "43")
        );
        await using var shop = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.ReplacePaymentGateways(gateway))
        );
        using var browser = shop.CreateClient();

        var answer = await browser.PostAsJsonAsync("/orders/1001/pay", new { Token = "token-from-the-browser" });

        Assert.Contains("payment.declined.do_not_retry", await answer.Content.ReadAsStringAsync());
        Assert.Equal(Money.Usd(49.90m), gateway.Calls[0].Request.Amount);
    }

    [Fact]
    public async Task Two_gateways_of_an_application()
    {
        var application = new TestApplication();
        var services = application.Services;
        var business = Substitute.For<IPaymentGateway>();
        var others = new FakePaymentGateway("cards_eu");
        services.ReplacePaymentGateways(name => name == "b2b_us" ? business : others);
        using var host = await application.StartAsync();

        Assert.Same(business, host.Services.GetRequiredKeyedService<IPaymentGateway>("b2b_us"));
        Assert.Same(others, host.Services.GetRequiredKeyedService<IPaymentGateway>("cards_eu"));
    }

    [Fact]
    public async Task With_a_mocking_library()
    {
        var gateway = Substitute.For<IPaymentGateway>();
        var request = PaymentRequests.Sale(Money.Usd(20m));
        gateway.SaleAsync(request, Arg.Any<CancellationToken>()).Returns(PaymentResults.Approved(request));

        var result = await gateway.SaleAsync(request);

        Assert.True(result.IsApproved);
        await gateway.Received(1).SaleAsync(PaymentRequests.Sale(Money.Usd(20m)), Arg.Any<CancellationToken>());
    }

    [Fact]
    public void A_clock()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(TimeSpan.FromSeconds(30), clock);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(delay.IsCompletedSuccessfully);
    }

    [Fact]
    public void Every_example_of_the_readme_is_compiled_here()
    {
        var path = Path.Combine(Folder(), "../../../src/PaymentAbstractions.Testing/README.md");
        var here = WithoutSpace(File.ReadAllText(Path.Combine(Folder(), "ReadmeTests.cs")));

        string[] examples =
        [
            .. File.ReadAllText(path).Split("```csharp").Skip(1).Select(block => WithoutSpace(block.Split("```")[0])),
        ];

        Assert.Equal(7, examples.Length);
        Assert.All(examples, example => Assert.Contains(example, here, StringComparison.Ordinal));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
