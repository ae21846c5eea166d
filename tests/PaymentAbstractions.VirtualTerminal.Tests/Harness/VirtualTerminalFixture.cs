using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>A configured gateway that uses the stub.</summary>
public sealed class VirtualTerminalFixture : StubbedGateway<VirtualTerminalProvider>
{
    public const string ApiKey = "vt_canary_9c41d7e2b06a";

    public VirtualTerminalFixture(params (string Key, string? Value)[] settings)
        : base([
            ("Environment", null),
            ("BaseUrl", "https://gateway.example.com/api/"),
            ("ApiKey", ApiKey),
            ("MerchantId", "mid-1"),
            .. settings,
        ])
    {
        Name = "b2b_us";
        Stub = new VirtualTerminalStub(BasePathOf(settings));
    }

    /// <summary>Confirms as a person that nothing of a payment was sent.</summary>
    public Task DeclareUnsentAsync(PaymentRequest request) =>
        Services
            .GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                request.IdempotencyKey,
                PaymentOutcome.NotSent,
                transaction: null,
                "a person",
                "The provider's dashboard does not have it.",
                cancellationToken: TestContext.Current.CancellationToken
            );

    /// <summary>Makes one of several processes that share a journal and a provider.</summary>
    public static VirtualTerminalFixture Sharing(
        string journal,
        StubProvider stub,
        params (string Key, string? Value)[] settings
    ) =>
        new([.. settings, (":Journal:Kind", null), (":Journal:AllowLive", null)])
        {
            Stub = stub,
            Configure = payments => payments.UseSqliteJournal(journal),
        };

    public static VirtualTerminalFixture WithRefunds() => new(("EnableRefunds", "true"));

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        new VirtualTerminalFixture(settings).Settings;

    /// <summary>A reference as this gateway makes it.</summary>
    public static TransactionReference Ref(string id) =>
        new("b2b_us", AccountFingerprint.Of("VirtualTerminal", "gateway.example.com", "mid-1"), id);

    public static string Mark(string key = "key-1") => $"ref:{new IdempotencyKey(key).ToWireKey("payments")[..20]}";

    public Task<FindResult> FindAsync(string id) =>
        Gateway.FindAsync(FindRequest.For(Ref(id)), TestContext.Current.CancellationToken);

    private static string BasePathOf((string Key, string? Value)[] settings) =>
        Uri.TryCreate(settings.LastOrDefault(one => one.Key == "BaseUrl").Value, UriKind.Absolute, out var url)
            ? $"{url.AbsolutePath.TrimEnd('/')}/"
            : "/api/";
}
