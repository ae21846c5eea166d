using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Options that the application itself binds with .NET's own binder.</summary>
public sealed class BoundOptionsTests
{
    private const string Key = "0123456789012345678901234567890123456789";

    [Fact]
    public async Task A_secret_is_bound()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        var (section, set) = CodePayments.Section();
        set("MethodKey", Key);
        set("Webhooks:Authentication", "Basic");
        set("Webhooks:UserName", "provider");
        set("Webhooks:Password", Key);
        payments.Services.Configure<JournalOptions>(section);
        payments.Services.Configure<TestOptions>("cards", section);

        Assert.Equal(Key, payments.Get<JournalOptions>().MethodKey?.Reveal());
        Assert.Equal(Key, payments.Get<TestOptions>("cards").Webhooks?.Password?.Reveal());
    }

    [Fact]
    public async Task An_empty_secret_is_none()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        var (section, set) = CodePayments.Section();
        set("MethodKey", "");
        payments.Services.Configure<JournalOptions>(section);

        Assert.Null(payments.Get<JournalOptions>().MethodKey);
    }

    [Fact]
    public async Task A_value_that_cannot_be_bound_is_a_problem_that_names_the_class_and_the_form()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        var (section, set) = CodePayments.Section();
        set("Interval", "30s");
        payments.Services.Configure<RecoveryOptions>(section);

        var problem = Assert.Single(payments.Problems());
        Assert.Contains(nameof(RecoveryOptions), problem, StringComparison.Ordinal);
        Assert.Contains("Elsewhere:Interval", problem, StringComparison.Ordinal);
        Assert.Contains("00:00:30", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_bound_is_not_shown()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        var (section, set) = CodePayments.Section();
        set("MethodKey", "hunter2' at 'hunter2' to type 'hunter2\u0001");
        payments.Services.Configure<JournalOptions>(section);

        var refused = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        Assert.Contains("Elsewhere:MethodKey", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_not_converted_back_to_text()
    {
        var converter = TypeDescriptor.GetConverter(typeof(ApiKey));
        var key = new ApiKey("hunter2");

        Assert.False(converter.CanConvertTo(typeof(string)));
        Assert.Throws<NotSupportedException>(() => converter.ConvertToInvariantString(key));
        Assert.DoesNotContain(
            "hunter2",
            Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(key)).ToString(),
            StringComparison.Ordinal
        );
    }
}
