using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Conventions;

public sealed class SecretTests
{
    private static readonly Secret[] Samples =
    [
        new ApiKey("sk_live_0123456789abcdef"),
        new AuthenticationValue("AJkBBkhgQQAAAE4gSEJydQAAAAA="),
        new BankAccountNumber("DE89370400440532013000"),
        new CardNumber("4111111111111111"),
        new PaymentToken("tok_0123456789abcdef"),
        new SecurityCode("987"),
    ];

    private static readonly string[] SecretNames =
    [
        "ApiKey",
        "Pan",
        "CardNumber",
        "AccountNumber",
        "Iban",
        "Cvv",
        "Cvc",
        "SecurityCode",
        "Password",
        "Passphrase",
        "Secret",
        "Token",
        "PrivateKey",
    ];

    /// <summary>Texts that are named like a secret but contain none, each with the reason.</summary>
    private static readonly Dictionary<string, string> NoSecrets = new(StringComparer.Ordinal)
    {
        ["PaymentAbstractions.Sandbox.RebillySandboxAccount.ApiKey"] = "Of the emulator alone; documented in clear.",
        ["PaymentAbstractions.Sandbox.RebillySandboxWebhook.Password"] =
            "Between the emulator and a test's receiver; it is not printed.",
        ["PaymentAbstractions.Sandbox.VirtualTerminalSandboxAccount.ApiKey"] =
            "Of the emulator alone; documented in clear.",
    };

    [Fact]
    public void Every_secret_has_a_sample() =>
        Assert.Equal(
            typeof(Secret)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Secret)))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            Samples.Select(sample => sample.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_way_of_printing_a_secret_shows_a_mask() =>
        Assert.All(
            Samples,
            secret =>
            {
                string?[] prints =
                [
                    secret.ToString(),
                    $"{secret}",
                    string.Create(CultureInfo.InvariantCulture, $"{secret, 60}"),
                    string.Concat("", secret),
                    Convert.ToString(secret, CultureInfo.InvariantCulture),
                    new { secret }.ToString(),
                    (secret, 1).ToString(),
                    Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize<object>(secret)).Message,
                ];

                Assert.All(prints, print => Assert.DoesNotContain(Hidden(secret), print, StringComparison.Ordinal));
                Assert.All(prints[..^1], print => Assert.Contains("**", print, StringComparison.Ordinal));
            }
        );

    [Fact]
    public void A_secret_is_never_kept_as_text()
    {
        var texts = ShippedProject
            .All.SelectMany(project => project.Assembly.GetExportedTypes())
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(string))
            .ToList();

        var found = texts
            .Where(property =>
                SecretNames.Any(name => property.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            )
            .Select(property => $"{property.DeclaringType}.{property.Name}")
            .ToList();

        Assert.True(texts.Count > 60);
        Findings.None(found.Except(NoSecrets.Keys));
        Findings.None(NoSecrets.Keys.Except(found));
    }

    /// <summary>The part that no mask may show: the whole secret, or all but the last four characters of a long one.</summary>
    private static string Hidden(Secret secret) =>
        secret.Reveal() is { Length: > 8 } text ? text[..^4] : secret.Reveal();
}
