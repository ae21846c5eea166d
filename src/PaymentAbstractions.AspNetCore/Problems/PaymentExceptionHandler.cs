using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PaymentAbstractions;

/// <summary>Writes problem details for the exceptions of payments, unless the caller asks for HTML.</summary>
internal sealed class PaymentExceptionHandler(IProblemDetailsService writer) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var asksForHtml = httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (asksForHtml || DetailsOf(exception) is not { } details)
        {
            return new ValueTask<bool>(false);
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        return writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
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
                Title = "The payment request cannot be sent. Nothing was charged.",
            },
            PaymentConfigurationException => new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "Payments are not available at the moment.",
            },
            _ => null,
        };
}
