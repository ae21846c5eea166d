using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PaymentAbstractions.Adapters;

/// <summary>Searches an answer for secrets without decoding it.</summary>
internal static class SecretSearch
{
    private const int MaxOnStack = 256;
    private const int MaxShortNumber = 4;

    // JSON may escape any other character in several ways.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
    );

    /// <summary>Whether an answer may contain one of the secrets: it contains one, or an escape that hides one.</summary>
    public static bool MayFind(ReadOnlySpan<byte> answer, string[] secrets)
    {
        // UTF-16 contains NUL bytes, and XML has escapes of its own.
        if (EscapesPlain(answer) || answer.Contains((byte)0) || answer.IndexOf("&#"u8) >= 0)
        {
            return true;
        }

        foreach (var secret in secrets)
        {
            if (secret.Length > MaxOnStack || secret.AsSpan().ContainsAnyExcept(Plain) || Contains(answer, secret))
            {
                return true;
            }
        }

        return false;
    }

    // No serializer escapes a letter or a digit, so that an answer that does is decoded.
    private static bool EscapesPlain(ReadOnlySpan<byte> answer)
    {
        var escape = "\\u00"u8;
        for (var at = answer.IndexOf(escape); at >= 0; at = answer.IndexOf(escape))
        {
            answer = answer[(at + escape.Length)..];
            if (
                Utf8Parser.TryParse(answer[..Math.Min(2, answer.Length)], out byte code, out _, 'x')
                && Plain.Contains((char)code)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> answer, string secret)
    {
        Span<byte> buffer = stackalloc byte[MaxOnStack];
        var sought = buffer[..Encoding.ASCII.GetBytes(secret, buffer)];
        // The same digits inside a longer number are not the security code, but the digits of an escape are no number.
        var isAlone = secret.Length <= MaxShortNumber && answer.IndexOf("\\u"u8) < 0;
        var isFound = false;
        for (var from = 0; !isFound && answer[from..].IndexOf(sought) is >= 0 and var at; from += at + 1)
        {
            var (start, end) = (from + at, from + at + sought.Length);
            isFound = !isAlone || !(IsDigit(answer, start - 1) || IsDigit(answer, end));
        }

        sought.Clear();
        return isFound && sought.Length > 0;
    }

    private static bool IsDigit(ReadOnlySpan<byte> answer, int at) =>
        at >= 0 && at < answer.Length && char.IsAsciiDigit((char)answer[at]);
}
