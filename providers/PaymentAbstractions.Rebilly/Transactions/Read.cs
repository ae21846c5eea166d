using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a read brought: a value, or an answer that has none.</summary>
internal sealed record Read<T>(TransportAnswer Answer, T? Value)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;
}

internal static class Read
{
    public static Read<T> Of<T>(TransportAnswer answer, JsonTypeInfo<T> type)
        where T : class =>
        answer.Evidence == TransportEvidence.Answered
        && answer.StatusCode is 200 or 201
        && answer.TryReadJson(type, out var value, out _)
            ? new Read<T>(answer, value)
            : new Read<T>(answer, null);
}
