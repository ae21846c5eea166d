namespace PaymentAbstractions.Conventions;

/// <summary>One name of a provider's documents, as <c>Documented.txt</c> lists it.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Kind">operation, request, response, webhook or group.</param>
/// <param name="Where">The operation, object or group that has the name.</param>
/// <param name="Name">The name, and the object that it holds.</param>
internal sealed record DocumentedName(string Provider, string Kind, string Where, string Name)
{
    public const string Body = "body";

    private const string List = "tests/PaymentAbstractions.Conventions/Documentation/Documented.txt";

    public static IReadOnlyList<DocumentedName> All { get; } =
    [
        .. Repository
            .Read(List)
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Parse),
    ];

    /// <summary>The name without the object.</summary>
    public string Field => Name.Split(": ")[0];

    /// <summary>The object that the field holds; null for a plain field.</summary>
    public string? Object => Name.Split(": ") is [_, var held] ? held : null;

    public override string ToString() => $"{Provider} | {Kind} | {Where} | {Name}";

    private static DocumentedName Parse(string line) =>
        line.Split(" | ") is [var provider, var kind, var where, var name]
            ? new DocumentedName(provider, kind, where, name)
            : throw new InvalidDataException($"{List}: '{line}' has not four parts.");
}
