using System.Text.RegularExpressions;
using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class CommercialDataSuite<THarness>
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    private Mark _before = new(0, 0, 0);

    /// <summary>Pays; the result is null where the provider cannot prove it.</summary>
    private Task<PaymentResult?> PayAsync(PaymentRequest request)
    {
        _before = Now();
        return ApproveAsync(request);
    }

    /// <summary>Pays or is refused; what the exception says, or the result.</summary>
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

    /// <summary>The result says what was sent and what was not, and the provider's own record and the wire say the same.</summary>
    private async Task AssertTold(
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
            "What is passed through unread has no reported level."
        );
        var movement = Assert.Single(await Since(_before));
        if (result.CommercialData.SentLevel is not null && movement.DataLevel is { } booked)
        {
            Assert.Equal(booked, result.CommercialData.SentLevel);
        }

        if (Harness.LastWrite is { } body)
        {
            var wire = new OrderOnWire(body);
            Assert.Empty(wire.Lost(data, result.CommercialData.DroppedFields));
            Assert.Empty(wire.Smuggled(data, result.CommercialData.DroppedFields));
        }
    }

    private static void AssertSame(
        ValueList<string> expected,
        ValueList<string>? dropped,
        CommercialCardData? data = null
    )
    {
        if (dropped is { } fields)
        {
            // Of a zero, its report is no more than a courtesy.
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

    // Zero and its absence are not told apart by every provider.
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
