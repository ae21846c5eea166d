using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Asks for transactions. Every condition that is given must hold; without any, all that the provider lists.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record TransactionQuery
{
    /// <summary>The earliest time at which the transaction was made, by the provider's clock.</summary>
    /// <value>Default <see langword="null"/>: from the first one.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time before which the transaction was made, by the provider's clock; later than <see cref="From"/>.</summary>
    /// <value>Default <see langword="null"/>: to the last one.</value>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The id of the customer, as payments name it. Required where <see cref="SearchCapabilities.RequiresCustomer"/> says so.</summary>
    /// <value>Default <see langword="null"/>: of every customer.</value>
    public string? CustomerId { get; init; }

    /// <summary>The kinds of transaction.</summary>
    /// <value>Default none: every kind, also those that have no neutral name.</value>
    public ValueList<PaymentOperation> Operations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Conditions that only one provider has, each of a type that the provider's package brings; an adapter reads its own and ignores the
    /// others.
    /// </summary>
    /// <value>Default none.</value>
    [JsonConverter(typeof(KnownKindListJsonConverter<ProviderRequestOptions>))]
    public ValueList<ProviderRequestOptions> ProviderOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The options of one provider.</summary>
    /// <typeparam name="T">The type that the provider's package brings.</typeparam>
    /// <returns>The options of that type; <see langword="null"/> when the query has none.</returns>
    public T? OptionsOf<T>()
        where T : ProviderRequestOptions => ProviderOptions.OfType<T>().FirstOrDefault();
}
