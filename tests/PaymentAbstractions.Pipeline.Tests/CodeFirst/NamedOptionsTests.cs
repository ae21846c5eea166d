using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The options of a gateway are named options of .NET.</summary>
public sealed class NamedOptionsTests
{
    [Fact]
    public async Task Configure_comes_in_its_order_and_PostConfigure_last()
    {
        await using var payments = new CodePayments(
            """{ "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Limit": 10 } } }"""
        );
        payments.Services.PostConfigure<TestOptions>("cards", options => options.Limit += 50);
        payments.Services.Configure<TestOptions>("cards", options => options.Limit *= 2);
        payments.Services.Configure<TestOptions>("cards", options => options.Limit += 10);
        payments.Services.Configure<TestOptions>("other", options => options.Limit = 90);

        _ = payments.Gateways;

        Assert.Equal(80, Assert.Single(payments.Backend.Adapters).Options.Limit);
    }

    [Fact]
    public async Task ConfigureAll_reaches_every_gateway()
    {
        await using var payments = new CodePayments(configure: options => options.Default = "one");
        payments.Add("one").Add("two");
        payments.Services.ConfigureAll<TestOptions>(options => options.Environment = GatewayEnvironment.Sandbox);

        _ = payments.Gateways;

        Assert.Equal(2, payments.Backend.Adapters.Count);
        Assert.All(
            payments.Backend.Adapters,
            adapter => Assert.Equal(GatewayEnvironment.Sandbox, adapter.Context.Environment)
        );
    }

    [Fact]
    public async Task The_monitor_and_the_snapshot_show_what_the_gateway_uses()
    {
        await using var payments = new CodePayments();
        payments.Add("cards", options => options.Limit = 20);
        payments.Services.PostConfigure<TestOptions>("cards", options => options.Limit = 70);
        await using var scope = payments.Provider.CreateAsyncScope();

        var shown = payments.Get<TestOptions>("cards");

        Assert.Equal(70, shown.Limit);
        Assert.Same(Assert.Single(payments.Backend.Adapters).Options, shown);
        Assert.Same(shown, scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<TestOptions>>().Get("cards"));
    }

    [Fact]
    public async Task Options_of_no_gateway_are_made_as_anywhere()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        payments.Services.Configure<TestOptions>("spare", options => options.Limit = 40);

        Assert.Equal(40, payments.Get<TestOptions>("spare").Limit);
        Assert.Null(payments.Provider.GetRequiredService<IOptions<TestOptions>>().Value.Account);
    }

    [Fact]
    public async Task The_applications_own_validation_counts()
    {
        await using var payments = new CodePayments();
        payments.Add("cards", options => options.Limit = 20);
        payments
            .Services.AddOptions<TestOptions>("cards")
            .Validate(options => options.Limit < 20, "The limit of this shop is below 20.");
        payments.Services.AddSingleton<IValidateOptions<TestOptions>, TwoRules>();

        Assert.Equal(
            [
                "cards: TestOptions: The limit of this shop is below 20.",
                "cards: TestOptions: Rule one.",
                "cards: TestOptions: Rule two.",
            ],
            payments.Problems()
        );
    }

    [Fact]
    public async Task Invalid_options_are_shown_to_no_one()
    {
        await using var payments = new CodePayments();
        payments.Add("cards", options => options.Limit = 5);

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Get<TestOptions>("cards"));

        Assert.Equal(["cards: TestOptions.Limit: must be a multiple of 10."], exception.Problems);
    }

    [Fact]
    public async Task An_adapter_that_requests_its_options_elsewhere_learns_where_they_are()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        payments.Backend.OnCreate = adapter =>
            adapter.Context.Services.GetRequiredService<IOptionsMonitor<TestOptions>>().Get("cards");

        Assert.Contains(
            nameof(InvalidOperationException),
            Assert.Single(payments.Problems()),
            StringComparison.Ordinal
        );
        Assert.Contains(
            payments.Logs.Exceptions,
            exception => $"{exception}".Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Options_print_no_secret()
    {
        var webhooks = new WebhookOptions { Password = new ApiKey("s3cret"), HeaderValue = new ApiKey("s3cret") };
        var journal = new JournalOptions { MethodKey = new ApiKey("s3cret") };

        var text = $"{webhooks} {webhooks.Password} {webhooks.HeaderValue} {journal} {journal.MethodKey}";

        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    private sealed class TwoRules : IValidateOptions<TestOptions>
    {
        public ValidateOptionsResult Validate(string? name, TestOptions options) =>
            ValidateOptionsResult.Fail(["Rule one.", "Rule two."]);
    }
}
