using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Changes of options that the application binds itself take effect, like changes of the payments section.</summary>
public sealed class CodeReloadTests
{
    [Fact]
    public async Task A_change_of_a_bound_section_reaches_its_gateway_and_no_other()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);

        set("Limit", "40");

        Assert.Equal(["cards", "bank", "cards"], payments.Backend.Adapters.Select(adapter => adapter.Context.Name));
        Assert.Equal(40, payments.Backend.Newest("cards").Options.Limit);
        Assert.Equal(40, payments.Get<TestOptions>("cards").Limit);
        Assert.Single(payments.Logs.Of(LogLevel.Information), message => message.Contains("reloaded"));
    }

    [Fact]
    public async Task A_bad_change_keeps_the_last_good_options_and_is_logged_once()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);
        set("Limit", "40");

        set("Limit", "45");
        set("Other", "unrelated");

        Assert.Equal(40, payments.Get<TestOptions>("cards").Limit);
        Assert.Equal(["cards: TestOptions.Limit: must be a multiple of 10."], payments.Gateways.ReloadProblems);
        Assert.Contains(
            "must be a multiple of 10",
            Assert.Single(payments.Logs.Of(LogLevel.Error)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_later_good_change_is_used_and_clears_the_problems()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);
        set("Limit", "45");

        set("Limit", "50");

        Assert.Equal(50, payments.Get<TestOptions>("cards").Limit);
        Assert.Empty(payments.Gateways.ReloadProblems);
    }

    [Fact]
    public async Task A_reload_without_a_change_rebuilds_nothing()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);

        set("Unrelated", "x");

        Assert.Equal(2, payments.Backend.Adapters.Count);
        Assert.Empty(payments.Logs.Of(LogLevel.Information));
    }

    [Fact]
    public async Task A_listener_of_the_monitor_receives_only_options_that_are_used()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);
        var heard = new List<string>();
        var following = payments
            .Provider.GetRequiredService<IOptionsMonitor<TestOptions>>()
            .OnChange((options, name) => heard.Add($"{name} {options.Limit}"));

        set("Limit", "45");
        set("Limit", "60");
        set("Limit", "60");
        following!.Dispose();
        set("Limit", "70");

        Assert.Equal(["cards 60"], heard);
    }

    [Fact]
    public async Task The_options_of_all_gateways_follow_a_bound_section()
    {
        var (section, set) = CodePayments.Section();
        await using var payments = Start(section);

        set("Recovery:MaxConcurrency", "9");
        set("Recovery:MaxConcurrency", "99");

        Assert.Equal(9, payments.Provider.GetRequiredService<GatewayDirectory>().Recovery.MaxConcurrency);
        Assert.Equal(2, payments.Backend.Adapters.Count);
        Assert.Equal(["RecoveryOptions.MaxConcurrency: is 99, and must be 1 to 64."], payments.Gateways.ReloadProblems);
    }

    [Fact]
    public async Task The_monitor_never_shows_a_refused_reload_of_the_configuration()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;
        var monitor = payments.Services.GetRequiredService<IOptionsMonitor<TestOptions>>();

        payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace("\"us\"", "\"us\", \"Limit\": 15", StringComparison.Ordinal)
        );
        var refused = monitor.Get("cards_us").Limit;
        payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace("\"us\"", "\"us\", \"Limit\": 20", StringComparison.Ordinal)
        );

        Assert.Equal(0, refused);
        Assert.Equal(20, monitor.Get("cards_us").Limit);
    }

    [Fact]
    public async Task A_gateway_in_code_survives_a_reload_of_the_configuration()
    {
        await using var payments = new CodePayments(
            """{ "Default": "cards", "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );
        payments.Add("bank");
        _ = payments.Gateways;

        payments.Configuration!.Replace("""{ "Default": "bank" }""");

        Assert.Equal(["bank"], payments.Gateways.Names);
        Assert.Equal(["cards", "bank"], payments.Backend.Adapters.Select(adapter => adapter.Context.Name));
    }

    private static CodePayments Start(Microsoft.Extensions.Configuration.IConfigurationSection section)
    {
        var payments = new CodePayments(configure: options => options.Default = "cards");
        payments.Add("cards").Add("bank");
        payments
            .Services.AddOptions<TestOptions>("cards")
            .Configure(options => options.Limit = Number(section["Limit"]));
        payments.Services.AddSingleton<IOptionsChangeTokenSource<TestOptions>>(
            new ConfigurationChangeTokenSource<TestOptions>("cards", section)
        );
        payments
            .Services.AddOptions<RecoveryOptions>()
            .Configure(options =>
                options.MaxConcurrency = section["Recovery:MaxConcurrency"] is { } text ? Number(text) : 4
            );
        payments.Services.AddSingleton<IOptionsChangeTokenSource<RecoveryOptions>>(
            new ConfigurationChangeTokenSource<RecoveryOptions>(section)
        );
        _ = payments.Gateways;
        return payments;
    }

    private static int Number(string? text) =>
        text is null ? 0 : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
