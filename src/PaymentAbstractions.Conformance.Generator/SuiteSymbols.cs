using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conformance.Generator;

/// <summary>Finds suites and inspects types.</summary>
internal static class SuiteSymbols
{
    private const string Home = "PaymentAbstractions.Conformance";

    /// <summary>Every suite of an assembly, ordered by name.</summary>
    public static IEnumerable<INamedTypeSymbol> SuitesOf(IAssemblySymbol assembly) =>
        TypesIn(assembly.GlobalNamespace).Where(IsSuite).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Whether a test class can derive from the type with any harness.</summary>
    public static bool IsSuite(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: true, Arity: 1 }
        && type.ContainingType is not { IsGenericType: true }
        && IsVisible(type)
        && BasesOf(type).Any(one => IsOurs(one, "ConformanceSuite", 1) && IsOver(one, type.TypeParameters[0]));

    public static bool IsHarness(INamedTypeSymbol type) =>
        BasesOf(type).Any(one => IsOurs(one, "ConformanceHarness", 0));

    public static bool IsConcrete(INamedTypeSymbol type) =>
        !type.IsAbstract && !type.IsStatic && AroundOf(type).All(one => one.Arity == 0);

    public static bool IsVisible(INamedTypeSymbol type) =>
        AroundOf(type).All(one => one.DeclaredAccessibility == Accessibility.Public);

    public static bool HasConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(one =>
            one is { DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true }
        );

    /// <summary>The type and its containing types, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> AroundOf(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            yield return one;
        }
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsOurs(INamedTypeSymbol type, string name, int arity) =>
        type.Name == name && type.Arity == arity && type.ContainingNamespace.ToDisplayString() == Home;

    private static bool IsOver(INamedTypeSymbol type, ITypeParameterSymbol harness) =>
        SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], harness);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));
}
