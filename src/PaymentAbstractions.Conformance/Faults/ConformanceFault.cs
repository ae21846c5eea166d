using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Conformance;

/// <summary>One way in which the write that moves money goes wrong.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ConformanceFault>))]
public enum ConformanceFault
{
    /// <summary>The endpoint refuses connections.</summary>
    ConnectionRefused,

    /// <summary>The endpoint's name does not resolve.</summary>
    NameNotResolved,

    /// <summary>The endpoint does not speak TLS as it should.</summary>
    TlsFailure,

    /// <summary>The endpoint takes the connection and then never gets ready for a request.</summary>
    ConnectionStalls,

    /// <summary>The connection is reset; the request is not processed.</summary>
    ResetBeforeProcessing,

    /// <summary>The request is processed and the connection is reset.</summary>
    ResetAfterProcessing,

    /// <summary>The request is processed; the answer breaks off inside its first line.</summary>
    HalfStatusLine,

    /// <summary>The request is processed; the answer breaks off inside its body.</summary>
    TruncatedBody,

    /// <summary>The request is processed; the answer has no body.</summary>
    EmptyBody,

    /// <summary>The request is processed; the right answer has a content type that is not the provider's.</summary>
    WrongContentType,

    /// <summary>The request is processed; the answer is 500.</summary>
    ServerError500,

    /// <summary>The answer is 500; the request is not processed.</summary>
    ServerError500BeforeProcessing,

    /// <summary>The request is processed; a proxy answers 502 with an HTML page.</summary>
    BadGatewayHtml502,

    /// <summary>A proxy answers 502 with an HTML page; the request is not processed.</summary>
    BadGatewayHtml502BeforeProcessing,

    /// <summary>The request is processed; something in between answers 200 with an HTML page.</summary>
    OkHtml200,

    /// <summary>Something in between answers 200 with an HTML page; the request is not processed.</summary>
    OkHtml200BeforeProcessing,

    /// <summary>The answer is 409; the request is not processed.</summary>
    Conflict409,

    /// <summary>The request is processed; the answer is 409 all the same.</summary>
    Conflict409AfterProcessing,

    /// <summary>The answer is 429; the request is not processed.</summary>
    TooManyRequests429,

    /// <summary>The request is processed; the answer is 429 all the same.</summary>
    TooManyRequests429AfterProcessing,

    /// <summary>The request is processed; no answer comes before the adapter's deadline.</summary>
    TimeoutAfterProcessing,

    /// <summary>The request is processed; the answer shows another amount.</summary>
    WrongAmountEchoed,

    /// <summary>The request is processed; the answer shows another currency.</summary>
    WrongCurrencyEchoed,

    /// <summary>The request is processed; the answer shows another type of transaction.</summary>
    WrongTypeEchoed,

    /// <summary>The request is processed; the answer shows no or another transaction id.</summary>
    WrongIdEchoed,

    /// <summary>The request is processed; the answer to a capture or refund shows another original.</summary>
    WrongParentEchoed,

    /// <summary>The request is processed; the answer shows a status that the provider does not document.</summary>
    UnknownStatusEchoed,

    /// <summary>The request is processed; the answer shows the idempotency key of another request.</summary>
    WrongKeyEchoed,

    /// <summary>The request is processed; the answer shows no idempotency key.</summary>
    NoKeyEchoed,

    /// <summary>The request is processed; the answer to a capture or refund shows no original.</summary>
    NoParentEchoed,

    /// <summary>The request is processed; the answer to a capture, void or refund shows the id of a transaction that was there before.</summary>
    OtherIdEchoed,

    /// <summary>The request is processed; the right answer repeats the request in a text: method, path, headers and body, secrets included.</summary>
    RequestRepeated,

    /// <summary>The answer is 401; the request is not processed.</summary>
    Unauthorized401,

    /// <summary>The answer is 403; the request is not processed.</summary>
    Forbidden403,

    /// <summary>The answer is 404; the request is not processed.</summary>
    NotFound404,

    /// <summary>The answer is 307 to another address; the request is not processed.</summary>
    Redirect307,

    /// <summary>The answer is 503; the request is not processed.</summary>
    ServiceUnavailable503,

    /// <summary>The request is processed; the answer is 503 in the form of the provider's own errors.</summary>
    ServiceUnavailable503AfterProcessing,

    /// <summary>The request is processed; the answer is 500 in the form of the provider's own errors.</summary>
    ServerProblem500,

    /// <summary>The request is processed; something in between answers 400 with an HTML page.</summary>
    HtmlPage400,

    /// <summary>The request is processed; something in between answers 401 with an HTML page.</summary>
    HtmlPage401,

    /// <summary>The request is processed; something in between answers 402 with an HTML page.</summary>
    HtmlPage402,

    /// <summary>The request is processed; something in between answers 403 with an HTML page.</summary>
    HtmlPage403,

    /// <summary>The request is processed; something in between answers 404 with an HTML page.</summary>
    HtmlPage404,

    /// <summary>The request is processed; something in between answers 409 with an HTML page.</summary>
    HtmlPage409,

    /// <summary>The request is processed; something in between answers 422 with an HTML page.</summary>
    HtmlPage422,
}
