using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Custom fields must be defined in the account before they can be sent.</summary>
internal static class CustomFieldRules
{
    public static JsonObject? Read(FieldReader parent, ICollection<string> known)
    {
        if (parent.Object("customFields") is not { } fields)
        {
            return null;
        }

        foreach (var (name, _) in fields.Source)
        {
            if (!known.Contains(name))
            {
                fields.Fail(name, "This custom field is not defined.");
            }
        }

        return fields.Source.DeepClone().AsObject();
    }
}
