using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>
/// A query for transactions. All given conditions must be met; without conditions, it matches all transactions that the provider lists.
/// </summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record TransactionQuery
{
    /// <summary>The earliest creation time of the transactions, by the provider's clock.</summary>
    /// <value>The default is <see langword="null"/>: no lower limit.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time before which the transactions were created, by the provider's clock; later than <see cref="From"/>.</summary>
    /// <value>The default is <see langword="null"/>: no upper limit.</value>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// The id of the customer, as payment requests name it. Required when <see cref="SearchCapabilities.RequiresCustomer"/> is
    /// <see langword="true"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: all customers.</value>
    public string? CustomerId { get; init; }

    /// <summary>The types of transaction.</summary>
    /// <value>The default is an empty list: all types, including those without a neutral name.</value>
    public ValueList<PaymentOperation> Operations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Conditions that only one provider has, each of a type that the provider's package defines. An adapter reads its own type and ignores
    /// the others.
    /// </summary>
    /// <value>The default is an empty list.</value>
    [JsonConverter(typeof(KnownKindListJsonConverter<ProviderRequestOptions>))]
    public ValueList<ProviderRequestOptions> ProviderOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the options of one provider.</summary>
    /// <typeparam name="T">The type that the provider's package defines.</typeparam>
    /// <returns>The options of that type; <see langword="null"/> when the query has none.</returns>
    public T? OptionsOf<T>()
        where T : ProviderRequestOptions => ProviderOptions.OfType<T>().FirstOrDefault();
}
