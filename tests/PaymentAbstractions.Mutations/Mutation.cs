using System.Reflection;
using System.Text.Json;

namespace PaymentAbstractions.Mutations;

/// <summary>One way in which the worked example is broken: a text of its source is replaced.</summary>
/// <param name="Name">What is wrong then, in a few words.</param>
/// <param name="Find">The text; it stands exactly once in the sources of the adapter.</param>
/// <param name="Replace">What stands there instead.</param>
internal sealed record Mutation(string Name, string Find, string Replace)
{
    /// <summary>Those of <c>mutations.json</c> and of <c>mutations-of-a-reviewer.json</c>, who had not read the suites.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [.. Read("mutations.json"), .. Read("mutations-of-a-reviewer.json")];

    private static Mutation[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Mutation[]>(stream, JsonSerializerOptions.Web)!;
    }
}
