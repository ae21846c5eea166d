using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The settings by which a gateway's webhooks are authenticated are checked at the start, and no secret is quoted.</summary>
public sealed class WebhookSectionTests
{
    private const string Path = "Payments:Gateways:cards:Webhooks";
    private const string Secret = "NeverShowThis-1234567890";

    private const string NameRule = "must have 1 to 100 printable ASCII characters without spaces, : \" and \\.";
    private const string HeaderRule = "must have 1 to 100 letters, digits, - or _.";

    private const string SecretRule =
        "must have 16 to 500 printable ASCII characters without spaces, because it alone authenticates the provider.";

    [Theory]
    [InlineData("Basic", "UserName", "Password", "rebilly")]
    [InlineData("Digest", "UserName", "Password", "shop@example.com")]
    [InlineData("Header", "HeaderName", "HeaderValue", "X-Webhook_Secret")]
    [InlineData("basic", "username", "PASSWORD", "!#$%&'()*+,-./;<=>?@[]^_`{|}~")]
    [InlineData("HEADER", "headername", "headervalue", "1")]
    public void Each_way_is_read(string way, string nameKey, string secretKey, string name)
    {
        var (settings, problems) = Read(
            $$"""{ "Authentication": "{{way}}", "{{nameKey}}": "{{name}}", "{{secretKey}}": "{{Secret}}" }"""
        );

        Assert.Empty(problems);
        Assert.Equal(way, $"{settings!.Authentication}", ignoreCase: true);
        Assert.Equal((name, Secret), (settings.Name, settings.Secret!.Reveal()));
        Assert.DoesNotContain(Secret, $"{settings} {settings.Secret}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(100, 500)]
    public void The_edges_are_accepted(int name, int secret)
    {
        var (names, secrets) = (new string('n', name), new string('~', secret));

        Assert.Empty(Read(Basic(names, secrets)).Problems);
        Assert.Empty(Read(Header(names, secrets)).Problems);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Without_settings_there_are_none_and_no_problem(string json)
    {
        var (settings, problems) = Read(json);

        Assert.Null(settings);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_gateway_has_what_its_section_says_and_another_has_nothing()
    {
        await using var payments = new TestPayments(
            $$"""
            {
              "Default": "cards",
              "Gateways": {
                "cards": { "Provider": "Test", "Account": "a", "Webhooks": {{Basic("shop", Secret)}} },
                "bank": { "Provider": "Test", "Account": "b" }
              }
            }
            """
        );

        var gateways = payments.Services.GetRequiredService<PaymentGateways>().Snapshot.Gateways;
        Assert.Equal(
            [("bank", null, null), ("cards", WebhookAuthentication.Basic, "shop")],
            gateways
                .Select(one => one.Configured)
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => (one.Name, one.Webhooks?.Authentication, one.Webhooks?.Name))
        );
    }

    [Theory]
    [InlineData("\"Basic\"", "", "must be a section with Authentication and the values that it needs.")]
    [InlineData(
        """{ "UserName": "shop" }""",
        ":Authentication",
        "is missing. Set it to one of: Basic, Digest, Header."
    )]
    [InlineData(
        """{ "Authentication": "", "UserName": "shop" }""",
        ":Authentication",
        "is missing. Set it to one of: Basic, Digest, Header."
    )]
    [InlineData(
        """{ "Authentication": "Bearer" }""",
        ":Authentication",
        "is 'Bearer', and must be one of Basic, Digest, Header."
    )]
    [InlineData(
        """{ "Authentication": "Headr" }""",
        ":Authentication",
        "is 'Headr', and must be one of Basic, Digest, Header. Did you mean 'Header'?"
    )]
    [InlineData(
        """{ "Authentication": "1" }""",
        ":Authentication",
        "is '1', and must be one of Basic, Digest, Header."
    )]
    [InlineData(
        """{ "Authentication": "Basic, Digest" }""",
        ":Authentication",
        "is 'Basic, Digest', and must be one of Basic, Digest, Header."
    )]
    public void The_way_must_be_one_of_those_that_there_are(string json, string key, string problem) =>
        Assert.Equal([$"{Path}{key}: {problem}"], Read(json).Problems);

    [Theory]
    [InlineData("Basic", "UserName", "Password")]
    [InlineData("Digest", "UserName", "Password")]
    [InlineData("Header", "HeaderName", "HeaderValue")]
    public void Missing_settings_of_an_authentication_are_reported(string way, string name, string secret) =>
        Assert.Equal(
            [$"{Path}:{name}: is missing.", $"{Path}:{secret}: is missing."],
            Read($$"""{ "Authentication": "{{way}}" }""").Problems
        );

    [Theory]
    [InlineData("user name")]
    [InlineData("user:name")]
    [InlineData("\\\"user\\\"", "\"user\"")]
    [InlineData("user\\\\name", "user\\name")]
    [InlineData("bénutzer")]
    public void A_name_that_a_user_cannot_have_is_refused(string json, string? name = null) =>
        Assert.Equal([$"{Path}:UserName: is '{name ?? json}', and {NameRule}"], Read(Basic(json, Secret)).Problems);

    [Theory]
    [InlineData("X Secret")]
    [InlineData("X-Secret:")]
    [InlineData("X.Secret")]
    [InlineData("X-Sécret")]
    public void A_name_that_a_header_cannot_have_is_refused(string name) =>
        Assert.Equal([$"{Path}:HeaderName: is '{name}', and {HeaderRule}"], Read(Header(name, Secret)).Problems);

    [Fact]
    public void A_name_that_is_too_long_is_refused()
    {
        var name = new string('n', 101);

        Assert.EndsWith(
            $", and {NameRule}",
            Assert.Single(Read(Basic(name, Secret)).Problems),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            $", and {HeaderRule}",
            Assert.Single(Read(Header(name, Secret)).Problems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("NeverShowThis-1")]
    [InlineData("NeverShowThis 1234567890")]
    [InlineData("NeverShowThis-1234567890-ü")]
    [InlineData("long")]
    public void A_weak_secret_is_refused_and_never_quoted(string secret)
    {
        secret = secret == "long" ? "NeverShowThis" + new string('x', 488) : secret;

        Assert.Equal([$"{Path}:Password: {SecretRule}"], Read(Basic("shop", secret)).Problems);
        Assert.Equal([$"{Path}:HeaderValue: {SecretRule}"], Read(Header("X-Secret", secret)).Problems);
    }

    [Fact]
    public void A_secret_of_two_lines_is_refused_and_never_quoted()
    {
        var problems = Read(Basic("shop", "NeverShowThis-1234567890\\n")).Problems;

        Assert.Equal([$"{Path}:Password: contains a control character."], problems);
    }

    [Theory]
    [InlineData("Basic", "HeaderName", "HeaderValue", "UserName", "Password")]
    [InlineData("Digest", "HeaderName", "HeaderValue", "UserName", "Password")]
    [InlineData("Header", "UserName", "Password", "HeaderName", "HeaderValue")]
    public void Settings_of_another_authentication_are_refused(
        string way,
        string otherName,
        string otherSecret,
        string name,
        string secret
    ) =>
        Assert.Equal(
            [
                $"{Path}:{otherName}: is not used with Authentication {way}; leave it out.",
                $"{Path}:{otherSecret}: is not used with Authentication {way}; leave it out.",
            ],
            Read(
                $$"""
                {
                  "Authentication": "{{way}}", "{{name}}": "shop", "{{secret}}": "{{Secret}}",
                  "{{otherName}}": "other", "{{otherSecret}}": "{{Secret}}"
                }
                """
            ).Problems
        );

    [Theory]
    [InlineData("false", true)]
    [InlineData("False", true)]
    [InlineData("no", false)]
    public void Webhooks_can_be_off(string enabled, bool isOff)
    {
        var (settings, problems) = Read($$"""{ "Enabled": "{{enabled}}" }""");

        Assert.Equal((isOff, isOff), (settings is { Secret: null }, problems.Count == 0));
    }

    [Fact]
    public void A_key_that_is_none_is_named_with_the_nearest()
    {
        var problems = Read(
            $$"""{ "Authentication": "Basic", "UserName": "shop", "Password": "{{Secret}}", "Pasword": "{{Secret}}" }"""
        ).Problems;

        Assert.Equal(
            [
                $"{Path}:Pasword: is not a setting. Did you mean 'Password'? Known names: Authentication, UserName, Password, HeaderName, HeaderValue, Enabled.",
            ],
            problems
        );
    }

    [Fact]
    public async Task Everything_is_reported_at_once_with_its_path_and_no_secret()
    {
        await using var payments = new TestPayments(
            $$"""
            {
              "Default": "cards",
              "Gateways": {
                "cards": {
                  "Provider": "Test", "Account": "a", "Limit": "many",
                  "Webhooks": {
                    "Authentication": "Basic", "UserName": "a:b", "Password": "NeverShowThis",
                    "HeaderValue": "{{Secret}}", "Realm": "{{Secret}}"
                  }
                },
                "bank": {
                  "Provider": "Test", "Account": "b",
                  "Webhooks": { "Authentication": "Hmac", "HeaderValue": "{{Secret}}", "Key": "{{Secret}}" }
                }
              }
            }
            """
        );

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        Assert.Equal(
            [
                "Payments:Gateways:bank:Webhooks:Authentication",
                "Payments:Gateways:bank:Webhooks:Key",
                "Payments:Gateways:cards:Limit",
                $"{Path}:HeaderValue",
                $"{Path}:Password",
                $"{Path}:Realm",
                $"{Path}:UserName",
            ],
            exception
                .Problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])
                .Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("NeverShowThis", $"{exception}", StringComparison.Ordinal);
    }

    private static string Basic(string name, string secret) =>
        $$"""{ "Authentication": "Basic", "UserName": "{{name}}", "Password": "{{secret}}" }""";

    private static string Header(string name, string secret) =>
        $$"""{ "Authentication": "Header", "HeaderName": "{{name}}", "HeaderValue": "{{secret}}" }""";

    private static (WebhookSettings? Settings, IReadOnlyList<string> Problems) Read(string json)
    {
        var configuration = new TestConfiguration(
            $$"""{ "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Webhooks": {{json}} } } }"""
        );
        using var payments = new TestPayments(configuration);
        try
        {
            var gateways = payments.Services.GetRequiredService<PaymentGateways>().Snapshot.Gateways;
            return (Assert.Single(gateways).Configured.Webhooks, []);
        }
        catch (PaymentConfigurationException exception)
        {
            return (null, exception.Problems);
        }
    }
}
