using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PaymentAbstractions;

/// <summary>Writes problem details for the exceptions of payments, unless the caller asks for HTML.</summary>
internal sealed class PaymentExceptionHandler(IProblemDetailsService writer) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var accept = httpContext.Request.Headers.Accept.ToString();
        if (
            accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || DetailsOf(exception) is not { Status: { } status } details
        )
        {
            return false;
        }

        var before = httpContext.Response.StatusCode;
        httpContext.Response.StatusCode = status;
        var context = new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = details,
            Exception = exception,
        };
        if (await writer.TryWriteAsync(context).ConfigureAwait(false))
        {
            return true;
        }

        httpContext.Response.StatusCode = before;
        return false;
    }

    // The messages of requests contain neither card data nor secrets. Those of the configuration are for its operators only.
    private static ProblemDetails? DetailsOf(Exception exception) =>
        exception switch
        {
            PaymentRequestException request => new HttpValidationProblemDetails(
                request
                    .Problems.GroupBy(problem => problem.Field, StringComparer.Ordinal)
                    .ToDictionary(
                        field => field.Key,
                        field => field.Select(problem => problem.Message).ToArray(),
                        StringComparer.Ordinal
                    )
            )
            {
                Status = StatusCodes.Status400BadRequest,
                // An earlier call may have charged something all the same.
                Title = "The payment request was not sent.",
            },
            PaymentConfigurationException => new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "Payments are not available at the moment.",
            },
            _ => null,
        };
}
