using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

public sealed class PublicSignatureTests
{
    private static readonly string[] NeverShown = ["RestSharp", "Polly", "Scrutor", "Npgsql"];

    /// <summary>The only projects for web applications.</summary>
    private static readonly string[] MayShowAspNetCore =
    [
        "PaymentAbstractions.AspNetCore",
        "PaymentAbstractions.Sandbox",
    ];

    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_library_below_shows_in_a_public_signature(string name)
    {
        string[] forbidden = MayShowAspNetCore.Contains(name) ? NeverShown : [.. NeverShown, "Microsoft.AspNetCore"];
        var signatures = Signatures(ShippedProject.Named(name)).ToList();

        var found =
            from signature in signatures
            from type in Symbols.Signature(signature)
            where forbidden.Any(library => IsFrom(type, library))
            select $"{signature.ToDisplayString()} shows {type.ToDisplayString()}";

        Assert.NotEmpty(signatures.SelectMany(Symbols.Signature));
        Findings.None(found);
    }

    [Fact]
    public void The_contract_shows_no_inexact_number_and_no_time_without_an_offset()
    {
        SpecialType[] forbidden = [SpecialType.System_Double, SpecialType.System_Single, SpecialType.System_DateTime];
        var signatures = ShippedProject.ContractAndCards.SelectMany(Signatures).ToList();

        var found = signatures.Where(signature =>
            Symbols.Signature(signature).Any(type => forbidden.Contains(type.SpecialType))
        );

        Assert.True(signatures.Count > 500);
        Findings.None(found.Select(signature => signature.ToDisplayString()));
    }

    private static IEnumerable<ISymbol> Signatures(ShippedProject project) =>
        Symbols.PublicTypes(project).SelectMany(type => (IEnumerable<ISymbol>)[type, .. Symbols.PublicMembers(type)]);

    private static bool IsFrom(ITypeSymbol type, string library) =>
        type.ContainingAssembly?.Name is { } assembly
        && (assembly == library || assembly.StartsWith(library + ".", StringComparison.Ordinal));
}
