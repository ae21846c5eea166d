using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Creates problem details in the provider's format.</summary>
internal sealed class Problems(RebillySandboxProfile profile)
{
    public SandboxResponse Of(int status, string detail) => Answer(Body(status, TitleOf(status), detail));

    public SandboxResponse NotFound() => Of(404, "Resource not found.");

    public SandboxResponse Invalid(string field, string message) => Invalid([new(field, message)]);

    public SandboxResponse Invalid(IReadOnlyList<InvalidField> fields)
    {
        var body = Body(422, "Validation failed", "Invalid data was sent.");
        body["invalidFields"] = new JsonArray([
            .. fields
                .Distinct()
                .Select(field => (JsonNode)new JsonObject { ["field"] = field.Field, ["message"] = field.Message }),
        ]);
        return Answer(body);
    }

    private static JsonObject Body(int status, string title, string detail) =>
        new()
        {
            ["type"] = "about:blank",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
        };

    private SandboxResponse Answer(JsonObject body) =>
        SandboxResponse.Json(body["status"]!.GetValue<int>(), body, profile.ProblemContentType);

    private static string TitleOf(int status) =>
        status switch
        {
            400 => "Bad request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not found",
            409 => "Conflict",
            415 => "Unsupported media type",
            422 => "Validation failed",
            429 => "Too many requests",
            503 => "Service unavailable",
            _ => "Error",
        };
}
