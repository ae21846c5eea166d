using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Fields of a request that one provider has and no other: the base of the types that providers' packages bring.</summary>
/// <remarks>
/// <para>
/// An adapter reads its own type and ignores the others, so a request may carry options for every provider that it may go to, one of a
/// type. They add fields to what is sent and override neither credentials nor account nor anything that the request itself says.
/// </para>
/// <para>
/// Written to JSON only where the options of the serializer name the type (<see cref="Json.KnownKindJsonConverter{T}"/> tells how);
/// left out otherwise. Never put a secret into one. Immutable, compares by value.
/// </para>
/// </remarks>
public abstract record ProviderRequestOptions
{
    /// <summary>
    /// Whether the provider only records what was paid elsewhere and moves no money. A gateway that cannot do that refuses the request, so that
    /// it is never charged by mistake.
    /// </summary>
    [JsonIgnore]
    public virtual bool IsRecordOnly => false;
}
