namespace PaymentAbstractions.Sandbox;

internal enum SandboxFaultKind
{
    Delay,
    DelayAfterProcessing,
    Hang,
    Reset,
    HalfStatusLine,
    TruncatedBody,
    EmptyBody,
    WrongContentType,
    ServerError,
    BadGatewayHtml,
    OkHtml,
    Conflict,
    TooManyRequests,
    WrongAmount,
    WrongCurrency,
    WrongType,
    WrongId,
    Unauthorized,
    Forbidden,
    NotFound,
    Redirect,
    ServiceUnavailable,
}
