using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>A problem document (RFC 9457). Malformed documents never cause an exception.</summary>
/// <remarks>Texts are as the provider wrote them; the texts of a <see cref="ProviderRefusal"/> are masked later. Immutable.</remarks>
public sealed record ProblemDocument
{
    private ProblemDocument() { }

    /// <summary>The title and the detail.</summary>
    public string? Text { get; private init; }

    /// <summary>The invalid fields that the provider lists in the array <c>invalidFields</c>.</summary>
    public ValueList<RequestProblem> Problems { get; private init; } = [];

    /// <summary>Reads a problem document.</summary>
    /// <param name="answer">The answer, with any status.</param>
    /// <returns>The document; <see langword="null"/> when the body is not a JSON object with a member of a problem document.</returns>
    public static ProblemDocument? Read(TransportAnswer answer)
    {
        if (JsonFields.ReadLeniently(answer) is not { } root)
        {
            return null;
        }

        string?[] texts =
        [
            NotEmpty(root.TextOnly("title")),
            NotEmpty(root.TextOnly("detail")) ?? NotEmpty(root.TextOnly("error")) ?? NotEmpty(root.TextOnly("message")),
        ];
        var text = string.Join(": ", texts.OfType<string>());
        var problems = root.Objects("invalidFields")
            .Select(item => new RequestProblem
            {
                Field = NotEmpty(item.TextOnly("field")) ?? "(unnamed)",
                Message = NotEmpty(item.TextOnly("message")) ?? "is not accepted.",
            })
            .ToList();
        return text.Length == 0 && problems.Count == 0 && root.TextOnly("type") is null && !root.Has("status")
            ? null
            : new ProblemDocument { Text = NotEmpty(text), Problems = [.. problems] };
    }

    /// <summary>Returns the number of problems, without any text of the provider.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{nameof(ProblemDocument)} ({Problems.Count})";

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
