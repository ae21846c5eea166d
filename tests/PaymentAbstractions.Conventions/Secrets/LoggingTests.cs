using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

public sealed class LoggingTests
{
    private static readonly string[] FreeText =
    [
        "LogTrace",
        "LogDebug",
        "LogInformation",
        "LogWarning",
        "LogError",
        "LogCritical",
        "BeginScope",
    ];

    private static readonly string[] Consoles = ["Console", "Debug", "Trace"];

    private static readonly SourceFile[] Sources = [.. ShippedProject.All.SelectMany(project => project.Sources)];

    [Fact]
    public void Only_messages_with_a_fixed_template_are_logged()
    {
        var calls = Calls().ToList();

        var found =
            from call in calls
            where IsFreeText(call.Member) || IsConsole(call.Member)
            select call.File.At(call.Member);

        Assert.True(calls.Count > 1000);
        Findings.None(found);
    }

    [Fact]
    public void Messages_have_a_template_and_an_event_id_of_their_own()
    {
        var messages = Sources
            .SelectMany(file => file.Syntax.DescendantNodes().OfType<AttributeSyntax>().Select(one => (file, one)))
            .Where(found => found.one.Name.ToString() == "LoggerMessage")
            .ToList();

        var ids = messages.Select(found =>
            $"{found.file.Path.Split('/')[1]} {Argument(found.one, "EventId")?.ToString() ?? found.file.At(found.one)}"
        );

        Assert.NotEmpty(messages);
        Assert.All(messages, found => Assert.NotNull(Argument(found.one, "EventId")));
        Assert.All(
            messages,
            found => Assert.IsNotType<InterpolatedStringExpressionSyntax>(Argument(found.one, "Message"))
        );
        Assert.Equal(messages.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<(SourceFile File, MemberAccessExpressionSyntax Member)> Calls() =>
        from file in Sources
        from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax
        select (file, (MemberAccessExpressionSyntax)call.Expression);

    private static bool IsFreeText(MemberAccessExpressionSyntax member) =>
        FreeText.Contains(member.Name.Identifier.Text)
        || (
            member.Name.Identifier.Text == "Log"
            && member.Expression.ToString().EndsWith("logger", StringComparison.OrdinalIgnoreCase)
            // A logger that passes on what it receives adds no text.
            && member.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.Text != "Log"
        );

    private static bool IsConsole(MemberAccessExpressionSyntax member) =>
        member.Expression is IdentifierNameSyntax owner
        && Consoles.Contains(owner.Identifier.Text)
        && member.Name.Identifier.Text.StartsWith("Write", StringComparison.Ordinal);

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute
            .ArgumentList?.Arguments.FirstOrDefault(one => one.NameEquals?.Name.Identifier.Text == name)
            ?.Expression;
}
