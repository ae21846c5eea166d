using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>An event that a shipped project logs, as its attribute declares it.</summary>
/// <param name="Id">The event id.</param>
/// <param name="Level">The level; null when the caller chooses it.</param>
/// <param name="Name">The event name; null when there is no such argument.</param>
/// <param name="Fields">The placeholders of the message, in order.</param>
/// <param name="Where">The file and line.</param>
internal sealed partial record LoggedEvent(int Id, string? Level, string? Name, string Fields, string Where)
{
    public static IReadOnlyList<LoggedEvent> All { get; } =
    [
        .. from project in ShippedProject.All
        from file in project.Sources
        from attribute in file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "LoggerMessage"
        select Of(file, attribute),
    ];

    private static LoggedEvent Of(SourceFile file, AttributeSyntax attribute)
    {
        var message = TextOf(attribute, "Message") ?? "";
        return new LoggedEvent(
            int.TryParse(Argument(attribute, "EventId")?.ToString(), out var id) ? id : 0,
            (Argument(attribute, "Level") as MemberAccessExpressionSyntax)?.Name.Identifier.Text,
            TextOf(attribute, "EventName"),
            string.Join(", ", Placeholder().Matches(message).Select(match => $"`{match.Groups["name"].Value}`")),
            file.At(attribute)
        );
    }

    private static string? TextOf(AttributeSyntax attribute, string name) =>
        (Argument(attribute, name) as LiteralExpressionSyntax)?.Token.ValueText;

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute
            .ArgumentList?.Arguments.FirstOrDefault(one => one.NameEquals?.Name.Identifier.Text == name)
            ?.Expression;

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
