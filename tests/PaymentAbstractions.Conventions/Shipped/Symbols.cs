using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaymentAbstractions.Conventions;

/// <summary>The public symbols of the shipped assemblies, as a user's compiler sees them.</summary>
internal static class Symbols
{
    private static readonly ConcurrentDictionary<string, IAssemblySymbol> Assemblies = new(StringComparer.Ordinal);

    /// <summary>Every assembly that is loaded in this process, including the shipped ones.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static CSharpCompilation Compilation { get; } = CSharpCompilation.Create("Symbols", references: References);

    public static IAssemblySymbol Assembly(string name) =>
        Assemblies.GetOrAdd(
            name,
            static name =>
                Compilation
                    .References.Select(Compilation.GetAssemblyOrModuleSymbol)
                    .OfType<IAssemblySymbol>()
                    .Single(assembly => assembly.Name == name)
        );

    /// <summary>The types that a user can name, including nested ones, ordered by name.</summary>
    public static IEnumerable<INamedTypeSymbol> PublicTypes(ShippedProject project) =>
        TypesIn(Assembly(project.Name).GlobalNamespace)
            .Where(IsVisible)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>The members that a user can call or override and that are not compiler-generated.</summary>
    public static IEnumerable<ISymbol> PublicMembers(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => IsVisible(member) && !IsGenerated(member) && !IsPartOfOther(member));

    public static IEnumerable<IMethodSymbol> PublicMethods(INamedTypeSymbol type) =>
        PublicMembers(type).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary);

    /// <summary>Whether a member only implements what a base type or an interface defines.</summary>
    public static bool IsImplementation(ISymbol member) =>
        member.IsOverride
        || member
            .ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .Any(declared =>
                SymbolEqualityComparer.Default.Equals(
                    member.ContainingType.FindImplementationForInterfaceMember(declared),
                    member
                )
            );

    /// <summary>The types in the signature of a type or member, including type arguments and array elements.</summary>
    public static IEnumerable<ITypeSymbol> Signature(ISymbol symbol) =>
        (
            symbol switch
            {
                INamedTypeSymbol type => TypesOf(type),
                IMethodSymbol method =>
                [
                    method.ReturnType,
                    .. method.Parameters.Select(parameter => parameter.Type),
                    .. method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes),
                ],
                IPropertySymbol property => [property.Type, .. property.Parameters.Select(parameter => parameter.Type)],
                IFieldSymbol one => [one.Type],
                IEventSymbol one => [one.Type],
                _ => [],
            }
        ).SelectMany(Parts);

    public static bool IsRecord(INamedTypeSymbol type) =>
        type.IsRecord || type.GetMembers("op_Equality").OfType<IMethodSymbol>().Any(IsGenerated);

    public static bool Derives(ITypeSymbol type, string fromName)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (one.ToDisplayString() == fromName)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsGenerated(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static IEnumerable<ITypeSymbol> TypesOf(INamedTypeSymbol type) =>
        [
            .. type.BaseType is { } one ? [one] : Array.Empty<ITypeSymbol>(),
            .. type.Interfaces,
            .. type.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes),
            .. type.DelegateInvokeMethod is { } invoke ? Signature(invoke) : [],
        ];

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => [array, .. Parts(array.ElementType)],
            IPointerTypeSymbol pointer => [pointer, .. Parts(pointer.PointedAtType)],
            INamedTypeSymbol named => [named, .. named.TypeArguments.SelectMany(Parts)],
            _ => [type],
        };

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .SelectMany(member =>
                member switch
                {
                    INamespaceSymbol one => TypesIn(one),
                    INamedTypeSymbol type => [type, .. TypesIn(type)],
                    _ => Enumerable.Empty<INamedTypeSymbol>(),
                }
            );

    private static bool IsVisible(INamedTypeSymbol type) =>
        IsVisible((ISymbol)type) && (type.ContainingType is null || IsVisible(type.ContainingType));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    private static bool IsPartOfOther(ISymbol member) =>
        member
            is INamedTypeSymbol
                or IMethodSymbol
                {
                    MethodKind: MethodKind.PropertyGet
                        or MethodKind.PropertySet
                        or MethodKind.EventAdd
                        or MethodKind.EventRemove
                };
}
