using System.Reflection;

namespace PaymentAbstractions.Conventions;

/// <summary>Copies of a value, each with one member that is null, default, empty, hostile or out of range, at any depth.</summary>
internal static class BadInput
{
    /// <summary>Texts that are null, empty, blank, hostile or far too long.</summary>
    public static readonly string?[] Texts = [null, "", " ", "\0", "\uD800", new string('x', 5000)];

    /// <returns>The path of the changed member with the kind of change, and the copy.</returns>
    public static IEnumerable<(string Path, object Value)> Of(object value, string path = "")
    {
        foreach (var property in Members(value))
        {
            foreach (var (name, replacement) in Replacements(property, property.GetValue(value)))
            {
                var copy = Clone(value);
                if (TrySet(property, copy, replacement))
                {
                    yield return ($"{path}{property.Name}{name}", copy);
                }
            }
        }
    }

    private static IEnumerable<PropertyInfo> Members(object value) =>
        value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);

    private static IEnumerable<(string Name, object? Replacement)> Replacements(PropertyInfo property, object? value)
    {
        var type = property.PropertyType;
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return Texts.Select((text, i) => ($" text {i}", (object?)text));
        }

        var replacements = new List<(string, object?)>();
        if (!type.IsValueType || inner != type)
        {
            replacements.Add((" null", null));
        }

        if (inner.IsValueType)
        {
            replacements.Add((" default", Activator.CreateInstance(inner)));
        }

        if (inner.IsEnum)
        {
            replacements.Add((" 99", Enum.ToObject(inner, 99)));
        }
        else if (inner == typeof(int) || inner == typeof(decimal))
        {
            replacements.Add((" negative", Convert.ChangeType(-1, inner, null)));
            replacements.Add((" large", inner.GetField("MaxValue")!.GetValue(null)));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            replacements.AddRange(Lists(type.GetGenericArguments()[0], value));
        }
        else if (value is not null && IsOurs(value.GetType()))
        {
            replacements.AddRange(Of(value, ".").Select(one => (one.Path, (object?)one.Value)));
        }

        return replacements;
    }

    private static IEnumerable<(string, object?)> Lists(Type item, object? list)
    {
        yield return (" [default]", List(item, item.IsValueType ? Activator.CreateInstance(item) : null));
        if (list is System.Collections.IEnumerable items && items.Cast<object?>().FirstOrDefault() is { } first)
        {
            foreach (var (path, value) in IsOurs(first.GetType()) ? Of(first, "[0].") : [])
            {
                yield return (path, List(item, value));
            }
        }
    }

    private static object List(Type item, object? value)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(value, 0);
        return Activator.CreateInstance(
            typeof(ValueList<>).MakeGenericType(item),
            BindingFlags.NonPublic | BindingFlags.Instance,
            binder: null,
            [items],
            culture: null
        )!;
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("PaymentAbstractions", StringComparison.Ordinal) == true
        && type.GetMethod("<Clone>$") is not null;

    private static object Clone(object value) => value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;

    // A member that refuses a value itself counts as a member whose value a rule refuses.
    private static bool TrySet(PropertyInfo property, object target, object? value)
    {
        try
        {
            property.SetValue(target, value);
            return true;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is PaymentRequestException)
        {
            return false;
        }
    }
}
