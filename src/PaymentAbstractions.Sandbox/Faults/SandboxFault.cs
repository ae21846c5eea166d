using System.Globalization;

namespace PaymentAbstractions.Sandbox;

/// <summary>A failure of an exchange with a provider.</summary>
/// <remarks>
/// Add it to <see cref="SandboxFaults"/>. <see cref="Processes"/> specifies whether the request still takes effect: that decides whether
/// money moved, not the answer.
/// </remarks>
public sealed record SandboxFault
{
    private SandboxFault(string name, SandboxFaultKind kind, bool processes, int status = 0)
    {
        Name = name;
        Kind = kind;
        Processes = processes;
        Status = status;
    }

    private SandboxFault(string name, SandboxEcho echo)
        : this(name, SandboxFaultKind.Falsified, processes: true) => Echo = echo;

    /// <summary>The request is processed, and the connection is then reset without an answer.</summary>
    public static SandboxFault ResetAfterProcessing { get; } =
        new(nameof(ResetAfterProcessing), SandboxFaultKind.Reset, true);

    /// <summary>The connection is reset without an answer, and the request is not processed.</summary>
    public static SandboxFault ResetBeforeProcessing { get; } =
        new(nameof(ResetBeforeProcessing), SandboxFaultKind.Reset, false);

    /// <summary>The request is processed, but the answer is cut off within its status line: <c>HTTP/1.1 2</c>.</summary>
    public static SandboxFault HalfStatusLine { get; } =
        new(nameof(HalfStatusLine), SandboxFaultKind.HalfStatusLine, true);

    /// <summary>The request is processed, but the answer, which announces its full length, is cut off halfway.</summary>
    public static SandboxFault TruncatedBody { get; } =
        new(nameof(TruncatedBody), SandboxFaultKind.TruncatedBody, true);

    /// <summary>The request is processed, but the answer has no body; its status is unchanged.</summary>
    public static SandboxFault EmptyBody { get; } = new(nameof(EmptyBody), SandboxFaultKind.EmptyBody, true);

    /// <summary>The request is processed, but the otherwise correct answer has the content type <c>text/plain</c>.</summary>
    public static SandboxFault WrongContentType { get; } =
        new(nameof(WrongContentType), SandboxFaultKind.WrongContentType, true);

    /// <summary>The request is processed, but the answer is 500 with <c>{}</c>.</summary>
    public static SandboxFault ServerError500 { get; } =
        new(nameof(ServerError500), SandboxFaultKind.EmptyError, true, 500);

    /// <summary>The answer is 500 with <c>{}</c>, and the request is not processed.</summary>
    public static SandboxFault ServerError500BeforeProcessing { get; } =
        new(nameof(ServerError500BeforeProcessing), SandboxFaultKind.EmptyError, false, 500);

    /// <summary>The request is processed, but a proxy answers 502 with an HTML page.</summary>
    public static SandboxFault BadGateway502Html { get; } =
        new(nameof(BadGateway502Html), SandboxFaultKind.Html, true, 502);

    /// <summary>A proxy answers 502 with an HTML page, and the request is not processed.</summary>
    public static SandboxFault BadGateway502HtmlBeforeProcessing { get; } =
        new(nameof(BadGateway502HtmlBeforeProcessing), SandboxFaultKind.Html, false, 502);

    /// <summary>The request is processed, but an intermediary answers 200 with an HTML page.</summary>
    public static SandboxFault Ok200Html { get; } = new(nameof(Ok200Html), SandboxFaultKind.Html, true, 200);

    /// <summary>An intermediary answers 200 with an HTML page, and the request is not processed.</summary>
    public static SandboxFault Ok200HtmlBeforeProcessing { get; } =
        new(nameof(Ok200HtmlBeforeProcessing), SandboxFaultKind.Html, false, 200);

    /// <summary>The answer is a 409 problem, and the request is not processed.</summary>
    public static SandboxFault Conflict409 { get; } = new(nameof(Conflict409), SandboxFaultKind.Problem, false, 409);

    /// <summary>The request is processed, but the answer is a 409 problem.</summary>
    public static SandboxFault Conflict409AfterProcessing { get; } =
        new(nameof(Conflict409AfterProcessing), SandboxFaultKind.Problem, true, 409);

    /// <summary>The request is processed, but the answer shows a different amount.</summary>
    public static SandboxFault WrongAmountEchoed { get; } = new(nameof(WrongAmountEchoed), SandboxEcho.Amount);

    /// <summary>The request is processed, but the answer shows a different currency.</summary>
    /// <remarks>Only if answers contain a currency; see <see cref="SandboxFaults.CanShow"/>.</remarks>
    public static SandboxFault WrongCurrencyEchoed { get; } = new(nameof(WrongCurrencyEchoed), SandboxEcho.Currency);

    /// <summary>The request is processed, but the answer shows a different type of transaction.</summary>
    public static SandboxFault WrongTypeEchoed { get; } = new(nameof(WrongTypeEchoed), SandboxEcho.Type);

    /// <summary>The request is processed, but the answer's id is empty, or zero if ids are numbers.</summary>
    public static SandboxFault WrongIdEchoed { get; } = new(nameof(WrongIdEchoed), SandboxEcho.Id);

    /// <summary>The request is processed, but the answer to a capture or refund shows a different original.</summary>
    /// <remarks>Only if answers show the original; see <see cref="SandboxFaults.CanShow"/>.</remarks>
    public static SandboxFault WrongParentEchoed { get; } = new(nameof(WrongParentEchoed), SandboxEcho.Parent);

    /// <summary>The request is processed, but the answer shows a status that the API does not document.</summary>
    public static SandboxFault UnknownStatusEchoed { get; } = new(nameof(UnknownStatusEchoed), SandboxEcho.Status);

    /// <summary>The request is processed, but the answer shows the idempotency key of another request.</summary>
    public static SandboxFault WrongKeyEchoed { get; } = new(nameof(WrongKeyEchoed), SandboxEcho.Key);

    /// <summary>The request is processed, but the answer shows no idempotency key.</summary>
    public static SandboxFault NoKeyEchoed { get; } = new(nameof(NoKeyEchoed), SandboxEcho.MissingKey);

    /// <summary>The request is processed, but the answer to a capture or refund shows no original.</summary>
    public static SandboxFault NoParentEchoed { get; } = new(nameof(NoParentEchoed), SandboxEcho.MissingParent);

    /// <summary>The request is processed, but the answer's id is that of a transaction that existed before.</summary>
    public static SandboxFault OtherIdEchoed { get; } = new(nameof(OtherIdEchoed), SandboxEcho.OtherId);

    /// <summary>
    /// The request is processed, and a text in the correct answer repeats the request: its path, headers and body, including secrets.
    /// </summary>
    public static SandboxFault RequestRepeated { get; } = new(nameof(RequestRepeated), SandboxEcho.Request);

    /// <summary>The answer is a 401 problem, and the request is not processed.</summary>
    public static SandboxFault Unauthorized401 { get; } =
        new(nameof(Unauthorized401), SandboxFaultKind.Problem, false, 401);

    /// <summary>The answer is a 403 problem, and the request is not processed.</summary>
    public static SandboxFault Forbidden403 { get; } = new(nameof(Forbidden403), SandboxFaultKind.Problem, false, 403);

    /// <summary>The answer is a 404 problem, and the request is not processed.</summary>
    public static SandboxFault NotFound404 { get; } = new(nameof(NotFound404), SandboxFaultKind.Problem, false, 404);

    /// <summary>The answer is a 503 problem, and the request is not processed.</summary>
    public static SandboxFault ServiceUnavailable503 { get; } =
        new(nameof(ServiceUnavailable503), SandboxFaultKind.Problem, false, 503);

    /// <summary>The request is processed, but the answer is a 503 problem.</summary>
    public static SandboxFault ServiceUnavailable503AfterProcessing { get; } =
        new(nameof(ServiceUnavailable503AfterProcessing), SandboxFaultKind.Problem, true, 503);

    /// <summary>The request is processed, but the answer is a 500 problem, in the format of the provider's own errors.</summary>
    public static SandboxFault ServerProblem500 { get; } =
        new(nameof(ServerProblem500), SandboxFaultKind.Problem, true, 500);

    /// <summary>Every fault that requires no argument, and each error page, for tests that run through all faults.</summary>
    public static IReadOnlyList<SandboxFault> All { get; } =
    [
        ResetBeforeProcessing,
        ResetAfterProcessing,
        HalfStatusLine,
        TruncatedBody,
        EmptyBody,
        WrongContentType,
        ServerError500,
        ServerError500BeforeProcessing,
        BadGateway502Html,
        BadGateway502HtmlBeforeProcessing,
        Ok200Html,
        Ok200HtmlBeforeProcessing,
        Conflict409,
        Conflict409AfterProcessing,
        WrongAmountEchoed,
        WrongCurrencyEchoed,
        WrongTypeEchoed,
        WrongIdEchoed,
        WrongParentEchoed,
        UnknownStatusEchoed,
        WrongKeyEchoed,
        NoKeyEchoed,
        NoParentEchoed,
        OtherIdEchoed,
        RequestRepeated,
        Unauthorized401,
        Forbidden403,
        NotFound404,
        ServiceUnavailable503,
        ServiceUnavailable503AfterProcessing,
        ServerProblem500,
        .. new[] { 400, 401, 402, 403, 404, 409, 422 }.Select(HtmlPage),
    ];

    /// <summary>The name of the fault, which is that of the member that creates it.</summary>
    public string Name { get; }

    /// <summary>Whether the request takes effect despite the fault.</summary>
    public bool Processes { get; }

    internal SandboxFaultKind Kind { get; }

    internal TimeSpan Time { get; private init; }

    internal Uri? Location { get; private init; }

    internal TaskCompletionSource? Held { get; private init; }

    internal SandboxEcho? Echo { get; }

    internal int Status { get; }

    /// <summary>The request waits, and is then processed and answered, even if the client has disconnected in the meantime.</summary>
    /// <param name="delay">The delay, in real time.</param>
    /// <returns>A fault that processes.</returns>
    public static SandboxFault Delay(TimeSpan delay) =>
        new(nameof(Delay), SandboxFaultKind.Delay, true) { Time = delay };

    /// <summary>The request is processed immediately, but the answer is delayed.</summary>
    /// <param name="delay">The delay of the answer, in real time.</param>
    /// <returns>A fault that processes.</returns>
    public static SandboxFault DelayAfterProcessing(TimeSpan delay) =>
        new(nameof(DelayAfterProcessing), SandboxFaultKind.DelayAfterProcessing, true) { Time = delay };

    /// <summary>The request is processed, but no answer is sent until the client gives up.</summary>
    /// <returns>A fault that processes.</returns>
    public static SandboxFault Hang() => new(nameof(Hang), SandboxFaultKind.Hang, true);

    /// <summary>The answer is 429 with the time to wait, and the request is not processed.</summary>
    /// <param name="retryAfter">
    /// The time to wait. It is sent in seconds in <c>Retry-After</c>, and as an instant of the sandbox's clock, in seconds since 1970, in
    /// <c>X-RateLimit-Retry-After</c>.
    /// </param>
    /// <returns>A fault that does not process.</returns>
    public static SandboxFault TooManyRequests429(TimeSpan retryAfter) =>
        new(nameof(TooManyRequests429), SandboxFaultKind.TooManyRequests, false) { Time = retryAfter };

    /// <summary>The request is processed, but the answer is 429.</summary>
    /// <param name="retryAfter">The time to wait, sent as in <see cref="TooManyRequests429"/>.</param>
    /// <returns>A fault that processes.</returns>
    public static SandboxFault TooManyRequests429AfterProcessing(TimeSpan retryAfter) =>
        new(nameof(TooManyRequests429AfterProcessing), SandboxFaultKind.TooManyRequests, true) { Time = retryAfter };

    /// <summary>The request is processed, but an intermediary answers with an HTML page.</summary>
    /// <param name="status">The status of the page, for example 404. The fault's name is <c>HtmlPage404</c>.</param>
    /// <returns>A fault that processes.</returns>
    public static SandboxFault HtmlPage(int status) =>
        new(string.Create(CultureInfo.InvariantCulture, $"HtmlPage{status}"), SandboxFaultKind.Html, true, status);

    /// <summary>The answer is 307 to another address, and the request is not processed.</summary>
    /// <param name="location">The address that the answer redirects to.</param>
    /// <returns>A fault that does not process.</returns>
    public static SandboxFault Redirect307(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return new(nameof(Redirect307), SandboxFaultKind.Redirect, false) { Location = location };
    }

    internal static SandboxFault Hold(TaskCompletionSource held) =>
        new(nameof(Hold), SandboxFaultKind.Hold, true) { Held = held };

    /// <summary>Returns the name of the fault.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
