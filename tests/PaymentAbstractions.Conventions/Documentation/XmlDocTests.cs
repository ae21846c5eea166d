using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

public sealed class XmlDocTests
{
    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_public_member_is_documented(string name)
    {
        var project = ShippedProject.Named(name);
        var docs = XmlDocs.Of(project);
        var symbols = Symbols
            .PublicTypes(project)
            .SelectMany(type => (IEnumerable<ISymbol>)[type, .. Symbols.PublicMembers(type)])
            .ToList();

        Assert.True(symbols.Count(symbol => docs.Find(symbol) is not null) > 10);
        Findings.None(
            from symbol in symbols
            where !IsFact(symbol)
            from problem in docs.Problems(symbol)
            select $"{symbol.ToDisplayString()} {problem}"
        );
    }

    [Fact]
    public void A_public_member_that_refuses_its_arguments_says_so()
    {
        var throwing = ShippedProject
            .All.SelectMany(project => new ThrowingMembers(project, nameof(PaymentRequestException)).Public)
            .ToList();

        Assert.True(throwing.Count > 10);
        Findings.None(
            from member in throwing
            where !member.GetDocumentationCommentXml()!.Contains("PaymentRequestException", StringComparison.Ordinal)
            where !member.GetDocumentationCommentXml()!.Contains("<inheritdoc", StringComparison.Ordinal)
            select $"{member.ToDisplayString()} throws PaymentRequestException and does not say so"
        );
    }

    private static bool IsFact(ISymbol symbol) =>
        symbol.GetAttributes().Any(one => one.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute");
}
