using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Custom fields must be defined in the account before they can be sent.</summary>
internal static class CustomFieldRules
{
    // A string field accepts 255 characters unless it is defined with more; the fields here are defined with the maximum.
    private const int LongestText = 4000;

    public static JsonObject? Read(FieldReader parent, ICollection<string> known)
    {
        if (parent.Object("customFields") is not { } fields)
        {
            return null;
        }

        foreach (var (name, value) in fields.Source)
        {
            if (!known.Contains(name))
            {
                fields.Fail(name, "This custom field is not defined.");
            }
            else if (value?.GetValueKind() == JsonValueKind.String)
            {
                fields.Text(name, LongestText);
            }
        }

        return fields.Source.DeepClone().AsObject();
    }
}
