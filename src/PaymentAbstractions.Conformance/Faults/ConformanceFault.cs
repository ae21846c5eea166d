using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Conformance;

/// <summary>A failure of the write that moves money.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ConformanceFault>))]
public enum ConformanceFault
{
    /// <summary>The endpoint refuses connections.</summary>
    ConnectionRefused,

    /// <summary>The endpoint's name does not resolve.</summary>
    NameNotResolved,

    /// <summary>The TLS handshake with the endpoint fails.</summary>
    TlsFailure,

    /// <summary>The endpoint accepts the connection but never becomes ready for a request.</summary>
    ConnectionStalls,

    /// <summary>The connection is reset, and the request is not processed.</summary>
    ResetBeforeProcessing,

    /// <summary>The request is processed, and the connection is reset.</summary>
    ResetAfterProcessing,

    /// <summary>The request is processed, but the answer is cut off within its status line.</summary>
    HalfStatusLine,

    /// <summary>The request is processed, but the answer is cut off within its body.</summary>
    TruncatedBody,

    /// <summary>The request is processed, but the answer has no body.</summary>
    EmptyBody,

    /// <summary>The request is processed, but the otherwise correct answer has a content type that the provider does not use.</summary>
    WrongContentType,

    /// <summary>The request is processed, but the answer is 500.</summary>
    ServerError500,

    /// <summary>The answer is 500, and the request is not processed.</summary>
    ServerError500BeforeProcessing,

    /// <summary>The request is processed, but a proxy answers 502 with an HTML page.</summary>
    BadGatewayHtml502,

    /// <summary>A proxy answers 502 with an HTML page, and the request is not processed.</summary>
    BadGatewayHtml502BeforeProcessing,

    /// <summary>The request is processed, but an intermediary answers 200 with an HTML page.</summary>
    OkHtml200,

    /// <summary>An intermediary answers 200 with an HTML page, and the request is not processed.</summary>
    OkHtml200BeforeProcessing,

    /// <summary>The answer is 409, and the request is not processed.</summary>
    Conflict409,

    /// <summary>The request is processed, but the answer is 409.</summary>
    Conflict409AfterProcessing,

    /// <summary>The answer is 429, and the request is not processed.</summary>
    TooManyRequests429,

    /// <summary>The request is processed, but the answer is 429.</summary>
    TooManyRequests429AfterProcessing,

    /// <summary>The request is processed, but no answer arrives before the adapter's deadline.</summary>
    TimeoutAfterProcessing,

    /// <summary>The request is processed, but the answer shows a different amount.</summary>
    WrongAmountEchoed,

    /// <summary>The request is processed, but the answer shows a different currency.</summary>
    WrongCurrencyEchoed,

    /// <summary>The request is processed, but the answer shows a different type of transaction.</summary>
    WrongTypeEchoed,

    /// <summary>The request is processed, but the answer shows no transaction id or a different one.</summary>
    WrongIdEchoed,

    /// <summary>The request is processed, but the answer to a capture or refund shows a different original.</summary>
    WrongParentEchoed,

    /// <summary>The request is processed, but the answer shows a status that the provider does not document.</summary>
    UnknownStatusEchoed,

    /// <summary>The request is processed, but the answer shows the idempotency key of another request.</summary>
    WrongKeyEchoed,

    /// <summary>The request is processed, but the answer shows no idempotency key.</summary>
    NoKeyEchoed,

    /// <summary>The request is processed, but the answer to a capture or refund shows no original.</summary>
    NoParentEchoed,

    /// <summary>
    /// The request is processed, but the answer to a capture, void or refund shows the id of a transaction that existed before.
    /// </summary>
    OtherIdEchoed,

    /// <summary>
    /// The request is processed, and a text in the correct answer repeats the request: method, path, headers and body, including secrets.
    /// </summary>
    RequestRepeated,

    /// <summary>The answer is 401, and the request is not processed.</summary>
    Unauthorized401,

    /// <summary>The answer is 403, and the request is not processed.</summary>
    Forbidden403,

    /// <summary>The answer is 404, and the request is not processed.</summary>
    NotFound404,

    /// <summary>The answer is 307 to another address, and the request is not processed.</summary>
    Redirect307,

    /// <summary>The answer is 503, and the request is not processed.</summary>
    ServiceUnavailable503,

    /// <summary>The request is processed, but the answer is 503 in the format of the provider's own errors.</summary>
    ServiceUnavailable503AfterProcessing,

    /// <summary>The request is processed, but the answer is 500 in the format of the provider's own errors.</summary>
    ServerProblem500,

    /// <summary>The request is processed, but an intermediary answers 400 with an HTML page.</summary>
    HtmlPage400,

    /// <summary>The request is processed, but an intermediary answers 401 with an HTML page.</summary>
    HtmlPage401,

    /// <summary>The request is processed, but an intermediary answers 402 with an HTML page.</summary>
    HtmlPage402,

    /// <summary>The request is processed, but an intermediary answers 403 with an HTML page.</summary>
    HtmlPage403,

    /// <summary>The request is processed, but an intermediary answers 404 with an HTML page.</summary>
    HtmlPage404,

    /// <summary>The request is processed, but an intermediary answers 409 with an HTML page.</summary>
    HtmlPage409,

    /// <summary>The request is processed, but an intermediary answers 422 with an HTML page.</summary>
    HtmlPage422,
}
