using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>What one exchange brought, and what that proves.</summary>
/// <remarks>
/// Instances are immutable and thread-safe. Prints its <see cref="Description"/>, which holds no secret, address or body.
/// </remarks>
public sealed partial class TransportAnswer
{
    private readonly KeyValuePair<string, string>[] _headers = [];
    private readonly string? _faultDescription;

    internal TransportAnswer(int statusCode, KeyValuePair<string, string>[] headers, ReadOnlyMemory<byte> body)
    {
        Evidence = TransportEvidence.Answered;
        StatusCode = statusCode;
        _headers = headers;
        Body = body;
    }

    internal TransportAnswer(TransportEvidence evidence, TransportFault fault, int partialStatusCode = 0)
    {
        Evidence = evidence;
        Fault = fault;
        _faultDescription = FaultDescription.Of(evidence, fault, partialStatusCode);
    }

    /// <summary>What is proven. Decide by this alone whether the request may be sent again.</summary>
    public TransportEvidence Evidence { get; }

    /// <summary>Why there is no complete response.</summary>
    /// <value><see cref="TransportFault.None"/> when there is one.</value>
    public TransportFault Fault { get; }

    /// <summary>The status code of the complete response, whatever it is: redirects are answers too.</summary>
    /// <value>0 when no complete response arrived.</value>
    public int StatusCode { get; }

    /// <summary>The content type as it arrived, with its parameters, or <see langword="null"/>.</summary>
    public string? ContentType => Header("Content-Type");

    /// <summary>The whole body; empty when there is none or no complete response arrived.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What happened, in one sentence that holds no secret, address or body.</summary>
    public string Description =>
        _faultDescription
        ?? string.Create(CultureInfo.InvariantCulture, $"Answered: status {StatusCode}, {Body.Length} bytes.");

    /// <summary>A response header, readable for every status.</summary>
    /// <param name="name">The header's name, in any casing.</param>
    /// <returns>The value, several values joined by a comma and a space, or <see langword="null"/> when it did not arrive.</returns>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var (key, value) in _headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>When the provider says that a caller may come back.</summary>
    /// <param name="now">The time of the clock, from which a number of seconds counts.</param>
    /// <returns>
    /// The later one of what <c>Retry-After</c> and <c>X-RateLimit-Retry-After</c> say; <see langword="null"/> when neither is
    /// readable, or what it says is past or more than 31 days away.
    /// </returns>
    /// <remarks>
    /// Each may be a number of seconds, seconds since 1970, a date in one of the three forms of RFC 9110, or an ISO 8601 time; one
    /// without an offset is UTC. Says nothing about whether the request was processed.
    /// </remarks>
    public DateTimeOffset? RetryAt(DateTimeOffset now)
    {
        var after = RetryTime.Read(Header("Retry-After"), now);
        var limited = RetryTime.Read(Header("X-RateLimit-Retry-After"), now);
        return limited is null || after > limited ? after : limited;
    }

    /// <summary>The <see cref="Description"/>.</summary>
    /// <returns>One safe sentence.</returns>
    public override string ToString() => Description;
}
