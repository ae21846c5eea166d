using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The limits of a contact: a billing address or a customer's primary address.</summary>
internal static class ContactRules
{
    public static JsonObject? Read(FieldReader parent, string name)
    {
        if (parent.Object(name) is not { } contact)
        {
            return null;
        }

        foreach (var (field, max) in TextLimits)
        {
            contact.Text(field, max, FieldPatterns.IsBasicText);
        }

        contact.Text("country", 2, FieldPatterns.IsCountry);
        contact.Text("postalCode", 10, FieldPatterns.IsPostalCode);
        contact.Text("dob", 10, FieldPatterns.IsDate);
        foreach (var phone in contact.Objects("phoneNumbers"))
        {
            phone.RequiredText("label", 45);
            phone.RequiredText("value", 50);
            phone.Flag("primary");
        }

        foreach (var email in contact.Objects("emails"))
        {
            email.RequiredText("label", 45);
            email.RequiredText("value", 255, FieldPatterns.IsEmail);
            email.Flag("primary");
        }

        return contact.Source.DeepClone().AsObject();
    }

    private static readonly (string Field, int Max)[] TextLimits =
    [
        ("firstName", 45),
        ("lastName", 45),
        ("organization", 255),
        ("address", 60),
        ("address2", 60),
        ("city", 45),
        ("region", 45),
        ("jobTitle", 255),
    ];
}
