using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Conformance;

/// <summary>Compares the table of options in a README, the one whose first column is <c>Option</c> in any case, with the options themselves.</summary>
public static class OptionsTable
{
    /// <summary>The keys of every gateway's section that the pipeline reads.</summary>
    private static readonly string[] Pipeline =
    [
        "Provider",
        "Environment",
        "FormerNames",
        "MerchantName",
        "MerchantTaxId",
        "MerchantCountry",
        "MerchantCategoryCode",
        "CommercialDataOptIn",
    ];

    /// <summary>Names the options that have no row, and the rows that are no option.</summary>
    /// <typeparam name="TOptions">The options of the provider.</typeparam>
    /// <param name="readme">The README, relative to the file of the test.</param>
    /// <param name="source">Leave it out; the compiler fills in the file of the test.</param>
    /// <returns>One sentence for each; empty if the table is right.</returns>
    /// <exception cref="IOException">The README cannot be read.</exception>
    public static IReadOnlyList<string> Problems<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
    >(string readme, [CallerFilePath] string source = "")
    {
        var options = typeof(TOptions).GetProperties().Select(property => property.Name).ToList();
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
                .Select(name => $"{name} is an option without a row in {readme}."),
            .. rows.Except(options.Concat(Pipeline), StringComparer.Ordinal)
                .Select(name => $"{name} has a row in {readme} and is no option."),
        ];
    }
}
