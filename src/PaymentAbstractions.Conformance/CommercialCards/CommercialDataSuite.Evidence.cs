using System.Text.RegularExpressions;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class CommercialDataSuite<THarness>
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    private Mark _before = new(0, 0, 0);

    /// <summary>
    /// Sends a request that the provider approves; null if and only if the harness states that the provider cannot prove it.
    /// </summary>
    private Task<PaymentResult?> PayAsync(PaymentRequest request)
    {
        _before = Now();
        return ApproveAsync(request);
    }

    /// <summary>Sends a request; returns the result, or the problems of the exception if it is refused.</summary>
    private async Task<object?> TryAsync(PaymentRequest request)
    {
        try
        {
            return await SendAsync(request);
        }
        catch (PaymentRequestException refusal)
        {
            return refusal;
        }
    }

    private async Task<ValueList<RequestProblem>> RefusedAsync(PaymentRequest request)
    {
        var mark = Now();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(request));

        await Harness.WhenIdleAsync(Token);
        AssertNothingSent(mark);
        Assert.Equal(mark.Writes, Harness.WritesSeen);
        return [.. refusal.Problems];
    }

    /// <summary>The result reports which data was sent and which was not, consistent with the provider's record and the wire.</summary>
    private async Task AssertReported(
        PaymentResult? result,
        CommercialCardData data,
        CommercialDataLevel expected,
        bool hasLevel = true
    )
    {
        if (result is null)
        {
            return;
        }

        Assert.Subset(
            data.GivenFields().ToHashSet(StringComparer.Ordinal),
            result.CommercialData.DroppedFields.ToHashSet(StringComparer.Ordinal)
        );
        var isKept = result.CommercialData.PassedThrough && expected == CommercialDataLevel.LevelI;
        if (expected == CommercialDataLevel.LevelI && !isKept)
        {
            AssertSame(
                [.. data.GivenFields().Where(field => !IsNothing(data, field))],
                result.CommercialData.DroppedFields,
                data
            );
        }

        if (hasLevel || result.CommercialData.SentLevel is not null)
        {
            Assert.Equal(expected, result.CommercialData.SentLevel);
        }

        Assert.True(
            !result.CommercialData.PassedThrough || result.CommercialData.ReportedLevel is null,
            "Data that is passed through unread has no reported level."
        );
        var movement = Assert.Single(await Since(_before));
        if (result.CommercialData.SentLevel is not null && movement.DataLevel is { } booked)
        {
            Assert.Equal(booked, result.CommercialData.SentLevel);
        }

        Assert.NotNull(Harness.LastWrite);
        var wire = new OrderOnWire(Harness.LastWrite);
        Assert.Empty(wire.Lost(data, result.CommercialData.DroppedFields));
        Assert.Empty(wire.SentDespiteReport(data, result.CommercialData.DroppedFields));
    }

    private static void AssertSame(
        ValueList<string> expected,
        ValueList<string>? dropped,
        CommercialCardData? data = null
    )
    {
        if (dropped is { } fields)
        {
            // Reporting a field whose value is zero is optional.
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                fields.Where(field => data is null || !IsNothing(data, field)).Order(StringComparer.Ordinal)
            );
        }
    }

    /// <summary>Each field has a problem at its path, at a part that contains it, or with its name in the message.</summary>
    private static void AssertNamed(ValueList<RequestProblem> problems, ValueList<string> fields) =>
        Assert.All(fields, field => Assert.Contains(problems, problem => IsNamed(problem, field)));

    private static bool IsNamed(RequestProblem problem, string field)
    {
        if (problem.Field == Root)
        {
            return problem.Message.Contains(field, StringComparison.Ordinal);
        }

        var path = Regex.Replace(problem.Field, @"\[[0-9]+\]", "[*]", RegexOptions.None, TimeSpan.FromSeconds(1));
        var full = $"{Root}.{field}";
        return path == full
            || full.StartsWith(path + ".", StringComparison.Ordinal)
            || full.StartsWith(path + "[", StringComparison.Ordinal)
            || path.StartsWith(full, StringComparison.Ordinal);
    }

    // Not every provider distinguishes zero from a missing value.
    private static bool IsNothing(CommercialCardData data, string field) =>
        field switch
        {
            "Freight" => data.Freight is { IsZero: true },
            "FreightTax" => data.FreightTax is { IsZero: true },
            "Duty" => data.Duty is { IsZero: true },
            "Discount" => data.Discount is { IsZero: true },
            "LineItems[*].Discount" => data.LineItems.All(line => line.Discount is null or { IsZero: true }),
            "LineItems[*].Tax" => data.LineItems.All(line => line.Tax is null or { IsZero: true }),
            _ => false,
        };
}
