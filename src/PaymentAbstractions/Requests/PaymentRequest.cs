using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What every request that may move money has in common.</summary>
/// <remarks>Requests are immutable, compare by value and can be constructed by anyone, tests included.</remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(SaleRequest), "Sale")]
[JsonDerivedType(typeof(AuthorizeRequest), "Authorize")]
[JsonDerivedType(typeof(CaptureRequest), "Capture")]
[JsonDerivedType(typeof(VoidRequest), "Void")]
[JsonDerivedType(typeof(RefundRequest), "Refund")]
[JsonDerivedType(typeof(CreditRequest), "Credit")]
[JsonDerivedType(typeof(SetupRequest), "Setup")]
public abstract record PaymentRequest
{
    private protected PaymentRequest() { }

    /// <summary>The caller's name for this attempt; the same key always means the same intent.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>A text for the merchant's records at the provider. Never card data.</summary>
    public string? Description { get; init; }

    /// <summary>The merchant's own names and values.</summary>
    public Metadata Metadata
    {
        get;
        // A deserializer may write null, which holds nothing either.
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Fields that only one provider has, each of a type that the provider's package brings; an adapter reads its own and ignores the
    /// others.
    /// </summary>
    [JsonConverter(typeof(KnownKindListJsonConverter<ProviderRequestOptions>))]
    public ValueList<ProviderRequestOptions> ProviderOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Which operation the request asks for.</summary>
    [JsonIgnore]
    public abstract PaymentOperation Operation { get; }

    /// <summary>How much is asked for; none for a void, which is whole by nature.</summary>
    [JsonIgnore]
    public Money? Amount => RequestedAmount;

    /// <summary>The id of the customer that the request names, if it names one.</summary>
    [JsonIgnore]
    public virtual string? CustomerId => null;

    /// <summary>The transaction that a capture, void or refund works on; none for other operations.</summary>
    [JsonIgnore]
    public virtual TransactionReference? Original => null;

    private protected virtual Money? RequestedAmount => null;

    /// <summary>Whether the provider only records what was paid elsewhere; see <see cref="ProviderRequestOptions.IsRecordOnly"/>.</summary>
    [JsonIgnore]
    public bool IsRecordOnly => ProviderOptions.Any(options => options?.IsRecordOnly == true);

    /// <summary>The options of one provider.</summary>
    /// <typeparam name="T">The type that the provider's package brings.</typeparam>
    /// <returns>The options of that type; <see langword="null"/> when the request has none.</returns>
    public T? OptionsOf<T>()
        where T : ProviderRequestOptions => ProviderOptions.OfType<T>().FirstOrDefault();

    /// <summary>Prints what every request has; amount, customer and original are printed by the requests that have them.</summary>
    /// <param name="builder">What is printed so far.</param>
    /// <returns><see langword="true"/>: something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Operation = {Operation}, IdempotencyKey = {IdempotencyKey}, Description = {Description}, Metadata = {Metadata}, ProviderOptions = [{string.Join(", ", ProviderOptions.Select(one => one?.GetType().Name))}]"
        );
        return true;
    }
}
