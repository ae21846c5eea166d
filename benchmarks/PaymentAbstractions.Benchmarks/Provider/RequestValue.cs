using System.Text;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>
/// Finds values in the body of a request, which is JSON or a form. It searches instead of parsing, so that the provider's side costs next to
/// nothing in memory. No value contains a comma.
/// </summary>
internal static class RequestValue
{
    /// <summary>A name as it precedes its value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isForm">Whether the body is a form.</param>
    /// <returns>The bytes to search.</returns>
    public static byte[] Name(string name, bool isForm) => Encoding.UTF8.GetBytes(isForm ? $"{name}=" : $"\"{name}\":");

    /// <summary>Reads a value as it stands in the request, with its quotes.</summary>
    /// <param name="name">What precedes the value.</param>
    /// <param name="request">The body.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The request does not have it.</exception>
    public static ReadOnlySpan<byte> After(ReadOnlySpan<byte> name, ReadOnlySpan<byte> request)
    {
        var place = request.IndexOf(name);
        if (place < 0)
        {
            throw new InvalidOperationException($"The request has no {Encoding.UTF8.GetString(name)}");
        }

        var value = request[(place + name.Length)..];
        var end = value.IndexOfAny(",}&"u8);
        return end < 0 ? value : value[..end];
    }
}
