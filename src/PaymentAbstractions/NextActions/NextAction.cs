using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What the customer must do before the payment can become final.</summary>
/// <remarks>
/// <para>
/// Ask which kind it is: <see cref="RedirectAction"/>, <see cref="FormPostAction"/>, or a kind of a provider's package. A kind that
/// the application does not know cannot be carried out; wait, and look the payment up until it is final.
/// </para>
/// <para>
/// Open for kinds of adapters, which derive from it, print nothing that grants access, and are not written to JSON unless the
/// options name them. Immutable, compares by value.
/// </para>
/// </remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(RedirectAction), "Redirect")]
[JsonDerivedType(typeof(FormPostAction), "FormPost")]
public abstract record NextAction
{
    /// <summary>When the offer lapses, if the provider says so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The host of an address, because the rest of it may grant access.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The host; <c>(relative)</c> for an address without one.</returns>
    protected static string HostOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri ? address.Host : "(relative)";
    }
}
