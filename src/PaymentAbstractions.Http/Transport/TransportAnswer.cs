using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>The result of one exchange, and what it proves.</summary>
/// <remarks>
/// Instances are immutable and thread-safe. <see cref="ToString"/> returns the <see cref="Description"/>, which contains no secret, address
/// or body.
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

    /// <summary>What is proven. Only this value decides whether the request may be sent again.</summary>
    public TransportEvidence Evidence { get; }

    /// <summary>The reason why there is no complete response.</summary>
    /// <value><see cref="TransportFault.None"/> when there is one.</value>
    public TransportFault Fault { get; }

    /// <summary>The status code of the complete response. All codes are possible, including redirects.</summary>
    /// <value>0 when no complete response arrived.</value>
    public int StatusCode { get; }

    /// <summary>The content type as it arrived, with its parameters, or <see langword="null"/>.</summary>
    public string? ContentType => Header("Content-Type");

    /// <summary>The whole body; empty when there is none or no complete response arrived.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What happened, in one sentence without secrets, address or body.</summary>
    public string Description =>
        _faultDescription
        ?? string.Create(CultureInfo.InvariantCulture, $"Answered: status {StatusCode}, {Body.Length} bytes.");

    /// <summary>Gets a response header, for every status code.</summary>
    /// <param name="name">The header's name, in any casing.</param>
    /// <returns>The value; several values are joined by a comma and a space; <see langword="null"/> when the header is missing.</returns>
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

    /// <summary>Gets the time from which the provider allows another request.</summary>
    /// <param name="now">The current time, to which a number of seconds is added.</param>
    /// <returns>
    /// The later of the times in <c>Retry-After</c> and <c>X-RateLimit-Retry-After</c>; <see langword="null"/> when neither is readable, or
    /// the time is past or more than 31 days away.
    /// </returns>
    /// <remarks>
    /// Each can be a number of seconds, seconds since 1970, a date in one of the three formats of RFC 9110, or an ISO 8601 time; a time
    /// without an offset is UTC. It does not show whether the request was processed.
    /// </remarks>
    public DateTimeOffset? RetryAt(DateTimeOffset now)
    {
        var after = RetryTime.Read(Header("Retry-After"), now);
        var limited = RetryTime.Read(Header("X-RateLimit-Retry-After"), now);
        return limited is null || after > limited ? after : limited;
    }

    /// <summary>Returns the <see cref="Description"/>.</summary>
    /// <returns>One safe sentence.</returns>
    public override string ToString() => Description;
}
