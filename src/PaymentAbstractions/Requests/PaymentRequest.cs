using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The common members of all requests that may move money.</summary>
/// <remarks>Requests are immutable, compare by value and can be constructed in tests.</remarks>
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

    /// <summary>A text for the merchant's records at the provider. It must not contain card data.</summary>
    public string? Description { get; init; }

    /// <summary>The merchant's own names and values.</summary>
    public Metadata Metadata
    {
        get;
        // A deserializer may assign null.
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Fields that only one provider has, each of a type that the provider's package defines. An adapter reads its own type and ignores the
    /// others.
    /// </summary>
    [JsonConverter(typeof(KnownKindListJsonConverter<ProviderRequestOptions>))]
    public ValueList<ProviderRequestOptions> ProviderOptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The operation.</summary>
    [JsonIgnore]
    public abstract PaymentOperation Operation { get; }

    /// <summary>The requested amount; <see langword="null"/> for a void, which always covers the whole transaction.</summary>
    [JsonIgnore]
    public Money? Amount => RequestedAmount;

    /// <summary>The id of the customer, when the request names one.</summary>
    [JsonIgnore]
    public virtual string? CustomerId => null;

    /// <summary>The transaction that a capture, void or refund works on; <see langword="null"/> for other operations.</summary>
    [JsonIgnore]
    public virtual TransactionReference? Original => null;

    private protected virtual Money? RequestedAmount => null;

    /// <summary>
    /// Whether the provider only records a payment that took place elsewhere; see <see cref="ProviderRequestOptions.IsRecordOnly"/>.
    /// </summary>
    [JsonIgnore]
    public bool IsRecordOnly => ProviderOptions.Any(options => options?.IsRecordOnly == true);

    /// <summary>Gets the options of one provider.</summary>
    /// <typeparam name="T">The type that the provider's package defines.</typeparam>
    /// <returns>The options of that type; <see langword="null"/> when the request has none.</returns>
    public T? OptionsOf<T>()
        where T : ProviderRequestOptions => ProviderOptions.OfType<T>().FirstOrDefault();

    /// <summary>
    /// Prints the members that every request has. Requests that have an amount, a customer or an original print these themselves.
    /// </summary>
    /// <param name="builder">The text so far.</param>
    /// <returns><see langword="true"/>, because something was printed.</returns>
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
