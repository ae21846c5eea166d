using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What the customer must do before the payment can become final.</summary>
/// <remarks>
/// <para>
/// Check the type: <see cref="RedirectAction"/>, <see cref="FormPostAction"/>, or a type of a provider's package. An application cannot
/// carry out a type that it does not know; in that case, wait and look up the payment until it is final.
/// </para>
/// <para>
/// Adapters can derive further types. These must not print anything that grants access, and they are written to JSON only when the
/// serializer options name them. Instances are immutable and compare by value.
/// </para>
/// </remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(RedirectAction), "Redirect")]
[JsonDerivedType(typeof(FormPostAction), "FormPost")]
public abstract record NextAction
{
    /// <summary>When the action expires, if the provider reports it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The host of an address, because the rest of the address may grant access.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The host; <c>(relative)</c> for an address without a host.</returns>
    protected static string HostOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri ? address.Host : "(relative)";
    }
}
