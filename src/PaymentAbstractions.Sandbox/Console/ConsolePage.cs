namespace PaymentAbstractions.Sandbox;

/// <summary>The files of the console's page, which are embedded in the assembly and need nothing else.</summary>
internal static class ConsolePage
{
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly SandboxResponse Html = Load("console.html", "text/html; charset=utf-8");
    private static readonly SandboxResponse Style = Load("console.css", "text/css; charset=utf-8");
    private static readonly SandboxResponse Script = Load("console.js", "text/javascript; charset=utf-8");

    /// <summary>The file at a path; null when there is none.</summary>
    public static SandboxResponse? Find(string[] path) =>
        path switch
        {
            [] => Html,
            ["console.css"] => Style,
            ["console.js"] => Script,
            _ => null,
        };

    private static SandboxResponse Load(string name, string contentType)
    {
        using var file = typeof(ConsolePage).Assembly.GetManifestResourceStream(name)!;
        using var body = new MemoryStream();
        file.CopyTo(body);
        return new()
        {
            Status = 200,
            ContentType = contentType,
            Body = body.ToArray(),
        };
    }
}
