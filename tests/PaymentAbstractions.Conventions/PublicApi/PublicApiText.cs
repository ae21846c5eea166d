using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

/// <summary>Writes the public API of an assembly: sorted, one line per member, with nullability and constraints.</summary>
internal static class PublicApiText
{
    private static readonly SymbolDisplayFormat MemberFormat = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes
    );

    private static readonly SymbolDisplayFormat HeaderFormat = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );

    private static readonly string[] AttributesShown =
    [
        "Flags",
        "Obsolete",
        "Experimental",
        "RequiresUnreferencedCode",
        "RequiresDynamicCode",
        "CollectionBuilder",
    ];

    public static string Of(ShippedProject project)
    {
        var text = new StringBuilder();
        foreach (var type in Symbols.PublicTypes(project))
        {
            AppendType(text, type);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendType(StringBuilder text, INamedTypeSymbol type)
    {
        AppendAttributes(text, type, string.Empty);
        text.Append(Header(type)).Append('\n');
        foreach (var member in MemberLines(type))
        {
            text.Append(member);
        }

        text.Append('\n');
    }

    private static IEnumerable<string> MemberLines(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.GetMembers().OfType<IFieldSymbol>().Select(value => $"    {value.Name} = {Value(value)}\n");
        }

        return type.TypeKind == TypeKind.Delegate
            ? []
            : Symbols
                .PublicMembers(type)
                .Where(member => !IsParameterlessConstructorOfStruct(member))
                .OrderBy(Order)
                .ThenBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.ToDisplayString(MemberFormat), StringComparer.Ordinal)
                .Select(Line);
    }

    private static string Line(ISymbol member)
    {
        var text = new StringBuilder();
        AppendAttributes(text, member, "    ");
        return text.Append("    ").Append(member.ToDisplayString(MemberFormat)).Append('\n').ToString();
    }

    private static string Header(INamedTypeSymbol type)
    {
        if (type.DelegateInvokeMethod is { } invoke)
        {
            return $"public delegate {invoke.ReturnType.ToDisplayString(MemberFormat)} {type.ToDisplayString(HeaderFormat)}"
                + $"({string.Join(", ", invoke.Parameters.Select(parameter => parameter.ToDisplayString(MemberFormat)))})";
        }

        var bases = BasesOf(type).Select(one => one.ToDisplayString(MemberFormat)).ToList();
        var name = type.ToDisplayString(HeaderFormat);
        var constraints = name.IndexOf(" where ", StringComparison.Ordinal);
        var (plain, where) = constraints < 0 ? (name, "") : (name[..constraints], name[constraints..]);
        return $"{Modifiers(type)} {plain}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}{where}";
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.EnumUnderlyingType!.SpecialType == SpecialType.System_Int32 ? [] : [type.EnumUnderlyingType];
        }

        var interfaces = type
            .Interfaces.Where(one => one.DeclaredAccessibility == Accessibility.Public)
            .Where(one => !Symbols.IsRecord(type) || one.Name != "IEquatable")
            .OrderBy(one => one.ToDisplayString(MemberFormat), StringComparer.Ordinal);
        return type.BaseType is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType } one
            ? [one, .. interfaces]
            : interfaces;
    }

    private static string Modifiers(INamedTypeSymbol type)
    {
        var words = new List<string> { type.DeclaredAccessibility == Accessibility.Public ? "public" : "protected" };
        switch (type)
        {
            case { TypeKind: TypeKind.Enum }:
                words.Add("enum");
                break;
            case { TypeKind: TypeKind.Interface }:
                words.Add("interface");
                break;
            case { TypeKind: TypeKind.Struct }:
                words.AddRange(type.IsReadOnly ? ["readonly"] : []);
                words.AddRange(type.IsRefLikeType ? ["ref"] : []);
                words.AddRange(Symbols.IsRecord(type) ? ["record"] : []);
                words.Add("struct");
                break;
            default:
                words.AddRange(type.IsStatic ? ["static"] : []);
                words.AddRange(type.IsAbstract && !type.IsStatic ? ["abstract"] : []);
                words.AddRange(type.IsSealed && !type.IsStatic ? ["sealed"] : []);
                words.Add(Symbols.IsRecord(type) ? "record" : "class");
                break;
        }

        return string.Join(' ', words);
    }

    private static void AppendAttributes(StringBuilder text, ISymbol symbol, string indent)
    {
        foreach (var name in AttributesShown)
        {
            if (
                symbol.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == name + "Attribute") is
                { } found
            )
            {
                text.Append(indent).Append('[').Append(name).Append(Arguments(found)).Append("]\n");
            }
        }
    }

    private static string Arguments(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 0
            ? ""
            : $"({string.Join(", ", attribute.ConstructorArguments.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value}")))})";

    private static string Value(IFieldSymbol value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.ConstantValue}");

    private static bool IsParameterlessConstructorOfStruct(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }
        && member.ContainingType.IsValueType;

    private static int Order(ISymbol member) =>
        member switch
        {
            IFieldSymbol => 0,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => 1,
            IPropertySymbol => 2,
            IEventSymbol => 3,
            IMethodSymbol { MethodKind: MethodKind.Ordinary } => 4,
            _ => 5,
        };

    private static SymbolDisplayFormat Format(SymbolDisplayTypeQualificationStyle names) =>
        new(
            typeQualificationStyle: names,
            genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
                | SymbolDisplayGenericsOptions.IncludeTypeConstraints
                | SymbolDisplayGenericsOptions.IncludeVariance,
            memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
                | SymbolDisplayMemberOptions.IncludeModifiers
                | SymbolDisplayMemberOptions.IncludeType
                | SymbolDisplayMemberOptions.IncludeParameters
                | SymbolDisplayMemberOptions.IncludeConstantValue
                | SymbolDisplayMemberOptions.IncludeRef,
            parameterOptions: SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeDefaultValue
                | SymbolDisplayParameterOptions.IncludeModifiers
                | SymbolDisplayParameterOptions.IncludeExtensionThis,
            propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
            miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
                | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral
                | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        );
}
