using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

public sealed class SourceFileTests(ITestOutputHelper output)
{
    private const int MaxLines = 300;

    /// <summary>Written in two parts, so that this file contains none of them.</summary>
    private static readonly string[] Unfinished =
    [
        "#" + "region",
        "TO" + "DO",
        "FIX" + "ME",
        "NotImplemented" + "Exception",
    ];

    private static readonly SourceFile[] Sources =
    [
        .. ShippedProject
            .All.Concat(ShippedProject.Generators)
            .Concat(ShippedProject.Tools)
            .SelectMany(project => project.Sources),
    ];

    [Fact]
    public void A_file_holds_one_public_type()
    {
        var types = Sources.Select(file => (file, Public: TypesOf(file).Where(IsPublic).ToList())).ToList();

        Assert.True(types.Count(found => found.Public.Count == 1) > 100);
        Findings.None(types.Where(found => found.Public.Count > 1).Select(found => found.file.Path));
    }

    [Fact]
    public void A_file_is_named_for_its_type()
    {
        var named = Sources
            .Select(file => (File: file, Main: TypesOf(file).OrderByDescending(IsPublic).FirstOrDefault()))
            .Where(found => found.Main is not null)
            .ToList();

        Assert.True(named.Count > 200);
        Findings.None(
            from found in named
            where found.File.Name.Split('.')[0] != NameOf(found.Main!)
            select $"{found.File.Path} holds {NameOf(found.Main!)}"
        );
    }

    [Fact]
    public void A_file_with_a_topic_in_its_name_holds_a_part_of_a_type() =>
        Findings.None(
            from file in Sources
            where file.Name.Contains('.', StringComparison.Ordinal)
            let siblings = Sources.Where(other =>
                FolderOf(other) == FolderOf(file) && other.Name == file.Name.Split('.')[0]
            )
            where !siblings.Any()
            select $"{file.Path} has no {file.Name.Split('.')[0]}.cs beside it"
        );

    [Fact]
    public void Nothing_is_left_unfinished_or_folded_away() =>
        Findings.None(Sources.SelectMany(file => Unfinished.SelectMany(file.Find)));

    [Fact]
    public void No_file_is_too_long()
    {
        var lengths = Sources.Select(file => file.Text.AsSpan().Count('\n')).Order().ToList();
        var (median, ninth, longest) = (lengths[lengths.Count / 2], lengths[lengths.Count * 9 / 10], lengths[^1]);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{lengths.Count} files, {lengths.Sum()} lines; median {median}, p90 {ninth}, longest {longest}"
            )
        );

        Assert.True(lengths.Count > 200);
        Findings.None(Sources.Where(file => file.Text.AsSpan().Count('\n') > MaxLines).Select(file => file.Path));
    }

    private static IEnumerable<MemberDeclarationSyntax> TypesOf(SourceFile file) =>
        file
            .Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax named
            ? named.Identifier.Text
            : ((DelegateDeclarationSyntax)type).Identifier.Text;

    private static string FolderOf(SourceFile file) => Path.GetDirectoryName(file.Path)!;
}
