using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Credentials according to RFC 7616, implemented independently, and valid or wrong in one part.</summary>
internal sealed record DigestCredentials
{
    public required string Nonce { get; init; }

    public required string Uri { get; init; }

    public string Realm { get; init; } = "payments";

    public string Method { get; init; } = "POST";

    public string Algorithm { get; init; } = "SHA-256";

    public string Qop { get; init; } = "auth";

    public string? Response { get; init; }

    public string More { get; init; } = "";

    public static async Task<DigestCredentials> ChallengeAsync(WebhookShop shop, string path, CancellationToken token)
    {
        using var stranger = new HttpClient { BaseAddress = shop.Client.BaseAddress };
        var answer = await stranger.PostAsync(path, content: null, token);
        var challenge = answer.Headers.WwwAuthenticate.First().Parameter!;
        var start = challenge.IndexOf("nonce=\"", StringComparison.Ordinal) + "nonce=\"".Length;
        return new DigestCredentials { Nonce = challenge[start..challenge.IndexOf('"', start)], Uri = $"/{path}" };
    }

    /// <summary>The nonce as a client that knows the password could have made it at another time.</summary>
    public string NonceMovedBy(int minutes) => Seal(MadeAt.AddMinutes(minutes), "rebilly");

    /// <summary>The nonce of another gateway with the same password.</summary>
    public string NonceOf(string gateway) => Seal(MadeAt, gateway);

    private DateTimeOffset MadeAt =>
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(Nonce)));

    public async Task<HttpResponseMessage> PostAsync(WebhookShop shop, string path, CancellationToken token)
    {
        const string Body = "{\"transactionId\":\"txn_1\"}";
        using var client = new HttpClient { BaseAddress = shop.Client.BaseAddress };
        var hash = Algorithm.StartsWith("MD5", StringComparison.Ordinal) ? (Func<string, string>)Md5 : Sha256;
        var whose = hash($"{WebhookShop.User}:{Realm}:{WebhookShop.Password}");
        var response = Response ?? hash($"{whose}:{Nonce}:00000001:c1:{Qop}:{hash($"{Method}:{Uri}")}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Digest",
            $"username=\"{WebhookShop.User}\", realm=\"{Realm}\", nonce=\"{Nonce}\", uri=\"{Uri}\", algorithm={Algorithm}, "
                + $"qop={Qop}, nc=00000001, cnonce=\"c1\", response=\"{response}\"{More}"
        );
        using var content = new StringContent(Body, Encoding.UTF8, "application/json");
        return await client.PostAsync(path, content, token);
    }

    private static string Seal(DateTimeOffset at, string gateway)
    {
        var made = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(made, at.ToUnixTimeMilliseconds());
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"payments nonce\n{WebhookShop.Password}"));
        byte[] what = [.. made, .. Encoding.UTF8.GetBytes(gateway)];
        return Convert.ToHexStringLower([.. made, .. HMACSHA256.HashData(key, what).Take(16)]);
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

#pragma warning disable CA5351 // Old clients of the scheme use MD5.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
