using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Code adds to the options of a journal that the configuration chooses.</summary>
public sealed class JournalOptionsInCodeTests
{
    [Fact]
    public async Task The_options_of_a_journal_in_memory_are_completed()
    {
        await using var payments = new TestPayments(
            """{ "Journal": { "Kind": "InMemory", "MaxInDoubt": 7 }, "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Environment": "Live" } } }""",
            builder =>
                builder
                    .Services.Configure<InMemoryJournalOptions>(options => options.AllowLive = true)
                    .PostConfigure<InMemoryJournalOptions>(options => options.MaxClosed = options.MaxInDoubt)
        );

        Assert.Equal(["cards"], payments.Gateways.Names);
        var used = payments.Services.GetRequiredService<JournalAccess>().Choice!.InMemory!;
        Assert.Equal((7, 7), (used.MaxInDoubt, used.MaxClosed));
    }

    [Fact]
    public async Task A_problem_with_them_names_the_member_and_the_applications_own_rules_count()
    {
        await using var payments = new TestPayments(
            """{ "Journal": { "Kind": "InMemory", "AllowLive": true }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""",
            builder =>
                builder
                    .Services.AddOptions<InMemoryJournalOptions>()
                    .Configure(options => options.MaxClosed = 0)
                    .Validate(options => options.MaxClosed > 1, "The shop keeps more.")
        );

        Assert.Equal(
            [
                "InMemoryJournalOptions.MaxClosed: is 0, and must be at least 1.",
                "Payments:Journal: The shop keeps more.",
            ],
            Assert.Throws<PaymentConfigurationException>(() => payments.Gateways).Problems
        );
    }

    [Fact]
    public async Task The_options_of_a_journal_of_a_package_are_completed_and_checked()
    {
        await using var payments = new TestPayments(
            """{ "Journal": { "Kind": "Sqlite", "LockTimeout": "00:00:05" }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""",
            builder =>
                builder
                    .Services.Configure<SqliteJournalOptions>(options => options.Path = "payments.db")
                    .PostConfigure<SqliteJournalOptions>(options => options.KeepDetailsFor = TimeSpan.FromDays(-1))
        );

        var problem = Assert.Single(Assert.Throws<PaymentConfigurationException>(() => payments.Gateways).Problems);
        Assert.StartsWith("SqliteJournalOptions.KeepDetailsFor: ", problem, StringComparison.Ordinal);
    }
}
