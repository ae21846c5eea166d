using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Identifies a transaction: gateway, account and the provider's id, as one durable string.</summary>
/// <remarks>
/// Store the text with the order. A capture, void or refund months later goes to the gateway that took the money, even if the default
/// gateway has changed by then. A reference to another account is refused. It holds no secret. Instances are immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<TransactionReference>))]
public sealed record TransactionReference : IParsable<TransactionReference>
{
    /// <summary>Creates a reference.</summary>
    /// <param name="gateway">The configured gateway name, 1 to 40 of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="account">The fingerprint of the account that holds the transaction.</param>
    /// <param name="transactionId">The provider's id: one or more printable ASCII characters without spaces.</param>
    /// <exception cref="PaymentRequestException">A part is missing or malformed.</exception>
    public TransactionReference(string gateway, AccountFingerprint account, string transactionId)
    {
        if (!GatewayName.IsValid(gateway))
        {
            throw new PaymentRequestException(nameof(Gateway), GatewayName.Rule);
        }

        if (!TokenText.IsValid(transactionId, int.MaxValue))
        {
            throw new PaymentRequestException(
                nameof(TransactionId),
                "must have one or more printable ASCII characters without spaces."
            );
        }

        Gateway = gateway;
        Account = account;
        TransactionId = transactionId;
    }

    /// <summary>The configured name of the gateway that created the transaction.</summary>
    public string Gateway { get; }

    /// <summary>The account at the provider.</summary>
    public AccountFingerprint Account { get; }

    /// <summary>The provider's own id.</summary>
    public string TransactionId { get; }

    /// <summary>
    /// The part of the text that does not change when the gateway is renamed: it has no gateway name if the account identifies the
    /// transaction.
    /// </summary>
    internal string Identity => Account == default ? ToString() : $"{Account}:{TransactionId}";

    /// <summary>Parses a reference.</summary>
    /// <param name="text">The text that <see cref="ToString"/> returned.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="PaymentRequestException">The text is not a reference.</exception>
    public static TransactionReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new PaymentRequestException(
                nameof(TransactionReference),
                "must have the format gateway:account:id, as in a PaymentResult."
            );

    /// <summary>Parses a reference without throwing.</summary>
    /// <param name="text">The text that <see cref="ToString"/> returned.</param>
    /// <param name="reference">The reference, when the text is one.</param>
    /// <returns>Whether the text is a reference.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out TransactionReference? reference
    )
    {
        reference = null;
        var parts = text?.Split(':', 3);
        if (
            parts is not { Length: 3 }
            || !GatewayName.IsValid(parts[0])
            || !AccountFingerprint.TryParse(parts[1], out var account)
            || !TokenText.IsValid(parts[2], int.MaxValue)
        )
        {
            return false;
        }

        reference = new TransactionReference(parts[0], account, parts[2]);
        return true;
    }

    static TransactionReference IParsable<TransactionReference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TransactionReference>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out TransactionReference result
    ) => TryParse(s, out result);

    /// <summary>
    /// Whether both references identify the same transaction: an id is unique within an account, even if the gateway is renamed.
    /// </summary>
    /// <param name="other">The other reference.</param>
    /// <returns>Whether account and id are equal; if no account is specified, whether the gateway names are equal, too.</returns>
    public bool IsSameTransaction([NotNullWhen(true)] TransactionReference? other) =>
        other is not null && Identity == other.Identity;

    /// <summary>The durable text: gateway, account and id, separated by colons.</summary>
    /// <returns>For example <c>cards_eu:0f3a5c7790b1d2e4:txn_01</c>.</returns>
    public override string ToString() => $"{Gateway}:{Account}:{TransactionId}";
}
