using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentAbstractions;

/// <summary>
/// HTTP Digest (RFC 7616) with <c>qop=auth</c>. The nonce is a time with a seal made from the password, so every host accepts the nonces of
/// the others and none has to store them. The seal does not cover the body, and a nonce can be reused within its lifetime: an
/// eavesdropper could cause transactions to be read, and nothing else.
/// </summary>
internal static class DigestGuard
{
    private const string Scheme = "Digest ";
    private const string Realm = "payments";
    private const string Sha256 = "SHA-256";
    private const string Md5 = "MD5";
    private const int TimeLength = sizeof(long);
    private const int SealLength = 16;
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(1);

    public static bool Admits(HttpContext context, string gateway, string user, string password, TimeProvider time)
    {
        var isStale = false;
        if (
            context.Request.Headers.Authorization is [{ } header]
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && DigestFields.Read(header[Scheme.Length..]) is { } fields
            && IsRight(context, fields, user, password)
            && AgeOf(fields.GetValueOrDefault("nonce", ""), gateway, password, time) is { } age
        )
        {
            isStale = age > NonceLife || age < -ClockMargin;
            if (!isStale)
            {
                return true;
            }
        }

        var nonce = NonceAt(time.GetUtcNow(), gateway, password);
        // The client uses the first algorithm that it supports; MD5 is for old clients.
        context.Response.Headers.WWWAuthenticate = new[] { Sha256, Md5 }
            .Select(algorithm =>
                $"Digest realm=\"{Realm}\", qop=\"auth\", algorithm={algorithm}, nonce=\"{nonce}\"{(isStale ? ", stale=true" : "")}"
            )
            .ToArray();
        return false;
    }

    private static bool IsRight(HttpContext context, Dictionary<string, string> fields, string user, string password)
    {
        var algorithm = fields.GetValueOrDefault("algorithm", Md5);
        if (
            !(
                algorithm.Equals(Sha256, StringComparison.OrdinalIgnoreCase)
                || algorithm.Equals(Md5, StringComparison.OrdinalIgnoreCase)
            )
            || fields.GetValueOrDefault("qop") != "auth"
            || fields.GetValueOrDefault("realm") != Realm
            || fields.GetValueOrDefault("uri") is not { Length: > 0 } uri
            || !IsOf(context, uri)
        )
        {
            return false;
        }

        var isMd5 = algorithm.Equals(Md5, StringComparison.OrdinalIgnoreCase);
        var whose = Hash($"{user}:{Realm}:{password}", isMd5);
        var what = Hash($"{context.Request.Method}:{uri}", isMd5);
        var expected = Hash(
            $"{whose}:{fields.GetValueOrDefault("nonce")}:{fields.GetValueOrDefault("nc")}:{fields.GetValueOrDefault("cnonce")}:auth:{what}",
            isMd5
        );
        return WebhookGuard.AreSame(fields.GetValueOrDefault("username", ""), user)
            & WebhookGuard.AreSame(fields.GetValueOrDefault("response", "").ToLowerInvariant(), expected);
    }

    // A reverse proxy may have removed the first part of the path.
    private static bool IsOf(HttpContext context, string uri)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return !string.IsNullOrEmpty(target) && uri.EndsWith(target, StringComparison.Ordinal);
    }

    private static string Hash(string text, bool isMd5)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // The scheme requires it for clients that support nothing better.
        return Convert.ToHexStringLower(isMd5 ? MD5.HashData(bytes) : SHA256.HashData(bytes));
#pragma warning restore CA5351
    }

    private static string NonceAt(DateTimeOffset at, string gateway, string password)
    {
        var bytes = new byte[TimeLength + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds());
        SealOf(bytes.AsSpan(0, TimeLength), gateway, password).CopyTo(bytes.AsSpan(TimeLength));
        return Convert.ToHexStringLower(bytes);
    }

    /// <returns>The age of the nonce; <see langword="null"/> when this library did not create it.</returns>
    private static TimeSpan? AgeOf(string nonce, string gateway, string password, TimeProvider time)
    {
        var bytes = new byte[TimeLength + SealLength];
        if (
            nonce.Length != 2 * bytes.Length
            || !nonce.All(char.IsAsciiHexDigit)
            || Convert.FromHexString(nonce) is not { } read
            || !CryptographicOperations.FixedTimeEquals(
                read.AsSpan(TimeLength),
                SealOf(read.AsSpan(0, TimeLength), gateway, password)
            )
        )
        {
            return null;
        }

        // The seal is valid, so this is a time.
        var madeAt = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(read));
        return time.GetUtcNow() - madeAt;
    }

    private static ReadOnlySpan<byte> SealOf(ReadOnlySpan<byte> made, string gateway, string password)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"payments nonce\n{password}"));
        byte[] what = [.. made, .. Encoding.UTF8.GetBytes(gateway)];
        return HMACSHA256.HashData(key, what).AsSpan(0, SealLength);
    }
}
