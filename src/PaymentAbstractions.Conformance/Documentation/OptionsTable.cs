using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// Compares the options table of a README, whose first column is <c>Option</c> (case-insensitive), with the options class.
/// </summary>
public static class OptionsTable
{
    /// <summary>The keys that every gateway has: a README may have a row for them, and need not.</summary>
    private static readonly string[] Common =
    [
        "Provider",
        .. typeof(GatewayOptions).GetProperties().Select(property => property.Name),
    ];

    /// <summary>Lists the options that have no row, and the rows that are not options.</summary>
    /// <typeparam name="TOptions">The options class of the provider. Options of <see cref="GatewayOptions"/> need no row.</typeparam>
    /// <param name="readme">The path of the README, relative to the test's source file.</param>
    /// <param name="source">Omit it; the compiler supplies the path of the test's source file.</param>
    /// <returns>One sentence for each difference; empty if the table is correct.</returns>
    /// <exception cref="IOException">The README cannot be read.</exception>
    public static IReadOnlyList<string> Problems<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
    >(string readme, [CallerFilePath] string source = "")
    {
        var options = typeof(TOptions)
            .GetProperties()
            .Select(property => property.Name)
            .Except(Common, StringComparer.Ordinal)
            .ToList();
        var rows = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(source)!, readme))
            .SkipWhile(line => !line.StartsWith("| Option |", StringComparison.OrdinalIgnoreCase))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Split('|')[1].Trim(' ', '`'))
            .ToList();
        return
        [
            .. options
                .Except(rows, StringComparer.Ordinal)
                .Select(name => $"{name} is an option, but has no row in {readme}."),
            .. rows.Except(options.Concat(Common), StringComparer.Ordinal)
                .Select(name => $"{name} has a row in {readme}, but is not an option."),
        ];
    }
}
