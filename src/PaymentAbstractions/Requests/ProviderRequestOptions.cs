using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Fields of a request that only one provider has. This is the base of the types that providers' packages define.</summary>
/// <remarks>
/// <para>
/// An adapter reads its own type and ignores the others, so a request may contain options for every provider that it may be sent to, one of
/// each type. They add fields to what is sent, and cannot override credentials, the account or anything that the request itself specifies.
/// </para>
/// <para>
/// They are written to JSON only when the serializer options name the type (see <see cref="Json.KnownKindJsonConverter{T}"/>). They must
/// not contain secrets. Instances are immutable and compare by value.
/// </para>
/// </remarks>
public abstract record ProviderRequestOptions
{
    /// <summary>
    /// Whether the provider only records a payment that took place elsewhere and moves no money. A gateway that cannot do that refuses the
    /// request, so that it is never charged by mistake.
    /// </summary>
    [JsonIgnore]
    public virtual bool IsRecordOnly => false;
}
