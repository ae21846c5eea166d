using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PaymentAbstractions;

/// <summary>Compares newly created options with the options in use, so that an unchanged gateway keeps its state.</summary>
internal static class SameOptions
{
    /// <summary>Compares the values of all public properties. Objects without value equality count as changed.</summary>
    /// <param name="one">The first options.</param>
    /// <param name="other">The second options.</param>
    /// <param name="but">A property to ignore.</param>
    public static bool Are<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        TOptions one,
        TOptions other,
        string? but = null
    ) =>
        PropertiesOf<TOptions>()
            .Where(property => property.Name != but)
            .All(property => AreEqual(property.GetValue(one), property.GetValue(other)));

    /// <summary>The properties that are compared.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
    >() =>
        typeof(TOptions)
            .GetProperties()
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    public static bool AreEqual(object? one, object? other) =>
        (one, other) switch
        {
            (null, _) or (_, null) => one == other,
            (string text, string same) => string.Equals(text, same, StringComparison.Ordinal),
            // Uri ignores differences in user information and fragment.
            (Uri address, Uri same) => string.Equals(
                address.OriginalString,
                same.OriginalString,
                StringComparison.Ordinal
            ),
            (WebhookOptions webhooks, WebhookOptions same) => Are(webhooks, same),
            (ResponseCodeTable table, ResponseCodeTable same) => table.Version == same.Version
                && table.Rows.Equals(same.Rows),
            (IEnumerable list, IEnumerable same) => list.Cast<object?>().SequenceEqual(same.Cast<object?>()),
            _ => one.Equals(other),
        };
}
