using System.Reflection;
using System.Text.Json;

namespace PaymentAbstractions.Mutations;

/// <summary>One defect of the worked example, which is made by replacing a text of its source.</summary>
/// <param name="Name">A short description of the defect.</param>
/// <param name="Find">The text, which occurs exactly once in the sources of the adapter.</param>
/// <param name="Replace">The text that replaces it.</param>
internal sealed record Mutation(string Name, string Find, string Replace)
{
    /// <summary>
    /// The mutations of <c>mutations.json</c>, and of <c>mutations-of-a-reviewer.json</c>, who had not read the suites.
    /// </summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [.. Read("mutations.json"), .. Read("mutations-of-a-reviewer.json")];

    private static Mutation[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Mutation[]>(stream, JsonSerializerOptions.Web)!;
    }
}
