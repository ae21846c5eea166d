using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions;

/// <summary>Authenticates a provider in constant time, so that the duration does not reveal how close a guess was.</summary>
internal static class WebhookGuard
{
    private const string Basic = "Basic ";

    /// <returns>Whether the provider sent the request. If not, the response contains the challenge for Basic or Digest.</returns>
    public static bool Admits(
        HttpContext context,
        string gateway,
        WebhookSettings settings,
        string secret,
        TimeProvider time
    ) =>
        settings.Authentication switch
        {
            WebhookAuthentication.Header => HasHeader(context.Request, settings.Name, secret),
            WebhookAuthentication.Digest => DigestGuard.Admits(context, gateway, settings.Name, secret, time),
            _ => IsBasic(context, settings.Name, secret),
        };

    /// <summary>Compares two texts in a time that depends neither on the first difference nor on the lengths.</summary>
    public static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(one)),
            SHA256.HashData(Encoding.UTF8.GetBytes(other))
        );

    private static bool HasHeader(HttpRequest request, string name, string secret) =>
        request.Headers[name] is [{ } value] && AreSame(value, secret);

    private static bool IsBasic(HttpContext context, string user, string password)
    {
        if (
            context.Request.Headers.Authorization is [{ } header]
            && header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            && Decode(header[Basic.Length..].Trim()) is { } text
            && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && AreSame(text[..colon], user) & AreSame(text[(colon + 1)..], password)
        )
        {
            return true;
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"payments\", charset=\"UTF-8\"";
        return false;
    }

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
