using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

public sealed class TypeNameTests
{
    private const string Root = "PaymentAbstractions";
    private const string Json = ".Json";
    private const string Adapters = ".Adapters";
    private const string Registration = "Microsoft.Extensions.DependencyInjection";
    private const string Endpoints = "Microsoft.AspNetCore.Builder";

    private static readonly string[] EmptyWords =
    [
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Manager",
    ];

    /// <summary>The projects whose type names application developers type often.</summary>
    private static readonly string[] InRoot =
    [
        Root,
        Root + ".AspNetCore",
        Root + ".CommercialCards",
        Root + ".Pipeline",
    ];

    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_public_type_is_in_the_namespace_where_users_look(string name)
    {
        var types = TopLevel(name).ToList();
        var home = InRoot.Contains(name) ? Root : name;

        Assert.NotEmpty(types);
        Findings.None(
            from type in types
            where
                Namespace(type) != home
                && Namespace(type) != home + Json
                && Namespace(type) != home + Adapters
                && !(type.IsStatic && Namespace(type) is Registration or Endpoints)
            select type.ToDisplayString()
        );
        Findings.None(
            from type in types
            where IsRegistration(type) && Namespace(type) != Registration
            select type.ToDisplayString()
        );
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Interfaces_begin_with_I_and_nothing_else_does(string name) =>
        Findings.None(
            from type in Symbols.PublicTypes(ShippedProject.Named(name))
            where (type.TypeKind == TypeKind.Interface) != LooksLikeInterface(type.Name)
            select type.ToDisplayString()
        );

    [Fact]
    public void Exceptions_are_sealed_get_only_and_in_one_tree()
    {
        var exceptions = ShippedProject
            .All.SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(type => type.IsAssignableTo(typeof(Exception)))
            .ToList();

        Assert.True(exceptions.Count >= 3);
        Assert.All(exceptions, type => Assert.EndsWith("Exception", type.Name, StringComparison.Ordinal));
        Assert.All(exceptions, type => Assert.True(type.IsAssignableTo(typeof(PaymentException)), type.FullName));
        Assert.All(exceptions, type => Assert.True(type.IsSealed || type == typeof(PaymentException), type.FullName));
        Findings.None(
            from type in exceptions
            from property in type.GetProperties()
            where property.DeclaringType == type && property.CanWrite
            select $"{type}.{property.Name}"
        );
    }

    [Fact]
    public void A_type_whose_name_ends_in_Exception_is_an_exception() =>
        Findings.None(
            from type in ShippedProject.All.SelectMany(project => project.Assembly.GetTypes())
            where type.Name.EndsWith("Exception", StringComparison.Ordinal) && !type.IsAssignableTo(typeof(Exception))
            select type.FullName
        );

    [Fact]
    public void No_type_and_no_folder_has_a_name_that_says_nothing()
    {
        // Types that a source generator writes have names that cannot be written by hand.
        var types = ShippedProject
            .All.SelectMany(project => project.Assembly.GetTypes())
            .Select(type => type.Name)
            .Where(name => name[0] != '<');
        var folders = Repository.Files.SelectMany(file => file.Split('/')[..^1]).Distinct(StringComparer.Ordinal);

        Findings.None(
            from name in types.Concat(folders)
            where EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            select name
        );
    }

    [Fact]
    public void Types_of_the_wire_are_internal()
    {
        var types = ShippedProject
            .Providers.SelectMany(project => project.Assembly.GetTypes())
            .Where(type => type.Namespace?.EndsWith(".Wire", StringComparison.Ordinal) == true)
            .ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.False(type.IsVisible, type.FullName));
    }

    private static IEnumerable<INamedTypeSymbol> TopLevel(string project) =>
        Symbols.PublicTypes(ShippedProject.Named(project)).Where(type => type.ContainingType is null);

    private static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();

    private static bool IsRegistration(INamedTypeSymbol type) =>
        type.Name.EndsWith("ServiceCollectionExtensions", StringComparison.Ordinal);

    private static bool LooksLikeInterface(string name) => name is ['I', >= 'A' and <= 'Z', ..];
}
