using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// Answers callers that do not ask for HTML with problem details: 400 with every problem of a request, 503 when the payments are
/// configured
/// wrong. Messages of the library hold neither card data nor secrets.
/// </summary>
public sealed class PaymentExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        ProblemDetails? details = exception switch
        {
            PaymentRequestException request => new HttpValidationProblemDetails(
                request
                    .Problems.GroupBy(problem => problem.Field)
                    .ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray())
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
        var asksForHtml = httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (details is null || asksForHtml)
        {
            return false;
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        return await problems.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details }
        );
    }
}
