using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions;

/// <summary>Tells a provider from everybody else, in a time that does not show how near a guess was.</summary>
internal static class WebhookGuard
{
    private const string Basic = "Basic ";

    /// <returns>Whether the request is the provider's. Otherwise the response has what it is asked for.</returns>
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

    /// <summary>Whether two texts are the same; neither where they differ nor how long they are shows in the time that it takes.</summary>
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
