using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Binds a section to options and collects all problems with their key paths.</summary>
/// <param name="section">The section.</param>
/// <param name="others">Keys of the section that other code reads.</param>
/// <param name="place">The place of an option, for problems with its value.</param>
/// <param name="problems">The list to add problems to.</param>
internal sealed class OptionsBinding(
    IConfigurationSection section,
    IReadOnlyList<string> others,
    OptionPlace place,
    ProblemList problems
)
{
    /// <summary>Binds each key separately, so that one value that cannot be converted does not hide the others.</summary>
    public void Bind(IEnumerable<PropertyInfo> properties, Action<IConfiguration> bind)
    {
        var options = properties.Where(property => property.CanWrite && !Contains(others, property.Name)).ToList();
        foreach (var child in section.GetChildren().Where(child => !Contains(others, child.Key)))
        {
            var option = options.Find(one => string.Equals(one.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                string[] known = [.. options.Select(one => one.Name), .. others];
                problems.Add(child.Path, OptionText.UnknownKey(child.Key, "an option", known));
                continue;
            }

            var (text, problem) = child.Value is { Length: > 0 } value
                ? OptionText.Read(option.PropertyType, value)
                : (child.Value, null);
            if (problem is not null)
            {
                problems.Add(child.Path, problem);
                continue;
            }

            try
            {
                bind(Only(child, text));
            }
#pragma warning disable CA1031 // Any exception of a binder or a setter is a problem of this key.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message may contain the value, which may be a secret.
                problems.Add(child.Path, Describe(exception));
            }
        }
    }

    /// <summary>Validates the options, without repeating problems of keys that could not be read.</summary>
    public void Validate(Action<ProblemList> validate)
    {
        var unread = problems.Problems.Select(problem => problem.Field).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var invalid = new ProblemList();
        try
        {
            validate(invalid);
        }
        finally
        {
            foreach (var problem in invalid.Problems.Where(problem => !unread.Contains(place.Of(problem.Field))))
            {
                problems.Add(place.Of(problem.Field), problem.Message);
            }
        }
    }

    private static bool Contains(IReadOnlyList<string> keys, string key) =>
        keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    // A binder that uses reflection wraps the exception of a setter.
    private static string Describe(Exception exception) =>
        (exception as PaymentRequestException ?? exception.InnerException as PaymentRequestException)
            is { Problems: [var problem, ..] }
            ? problem.Message
            : "cannot be converted to the type of the option.";

    private IConfigurationRoot Only(IConfigurationSection child, string? text)
    {
        var prefix = section.Path.Length + 1;
        var values = child
            .AsEnumerable()
            .Select(pair => new KeyValuePair<string, string?>(
                pair.Key[prefix..],
                pair.Key == child.Path ? text : pair.Value
            ));
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
