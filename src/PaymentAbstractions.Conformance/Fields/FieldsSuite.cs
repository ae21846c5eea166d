using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>No part of a request is lost silently: every member is sent, refused by name, or reported in the result.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class FieldsSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>
    /// A request with the member changes what is sent, is refused with a problem that names the member, or reports it in
    /// <see cref="PaymentResult.LeftOutFields"/>; the same applies to each part of the member.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member of its request.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.Fields), MemberType = typeof(ConformanceCases))]
    public Task Every_member_is_sent_or_refused_or_reported(PaymentOperation operation, string member) =>
        HoldsAsync(
            "A request with the member changes what is sent, is refused with a problem that names the member, or reports it in LeftOutFields; the same applies to each part of the member.",
            "fields",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var samples = FieldSamples.Of(member, await AnyRequestAsync(operation));
                Assert.True(
                    samples.Count > 0,
                    $"The suite has no value for {member}, so it cannot verify whether it is sent; add one to FieldSamples."
                );
                var lost = new List<string>();
                var group = "";
                WireTemplate? template = null;
                Exchange? plain = null;
                foreach (var sample in samples)
                {
                    // The request without the value is the same for all parts of a member.
                    if (plain is null || group != sample.Group)
                    {
                        (template, plain) = await TemplateAsync(operation, sample.Before);
                        group = sample.Group;
                    }

                    if (Problem(sample, template, plain, await ExchangeAsync(operation, sample.After)) is { } problem)
                    {
                        lost.Add(problem);
                    }
                }

                Assert.True(lost.Count == 0, $"{operation}: {string.Join(' ', lost)}");
            }
        );

    /// <summary>The suite knows all members of all requests, and no others.</summary>
    [Fact]
    public Task Every_member_of_every_request_is_known() =>
        HoldsAsync(
            "The suite knows all members of all requests, and no others.",
            "fields",
            async () =>
            {
                var members = new HashSet<string>(StringComparer.Ordinal);
                foreach (var operation in ConformanceCases.Operations)
                {
                    var example = await AnyRequestAsync(operation);
                    foreach (var member in FieldSamples.MembersOf(operation))
                    {
                        members.Add(member);
                        Assert.True(
                            FieldSamples.NotSent.ContainsKey(member) != (FieldSamples.Of(member, example).Count > 0),
                            $"{member} of {operation} has neither a value here nor a reason why it is not sent, or both."
                        );
                    }
                }

                Assert.Subset(members, FieldSamples.NotSent.Keys.ToHashSet(StringComparer.Ordinal));
                Assert.All(FieldSamples.NotSent.Values, reason => Assert.False(string.IsNullOrWhiteSpace(reason)));
            }
        );

    private async Task<(WireTemplate? Template, Exchange First)> TemplateAsync(
        PaymentOperation operation,
        Func<PaymentRequest, PaymentRequest> before
    )
    {
        var first = await ExchangeAsync(operation, before);
        if (first.Writes.Count == 0)
        {
            return (null, first);
        }

        var second = await ExchangeAsync(operation, before);
        var template = WireTemplate.Of(first.Writes, second.Writes);
        Assert.True(template is not null, $"Two equal {operation} requests are not sent identically.");
        return (template, first);
    }

    private async Task<Exchange> ExchangeAsync(PaymentOperation operation, Func<PaymentRequest, PaymentRequest> change)
    {
        var prepared = await PrepareAsync(operation);
        var request = change(prepared);
        var before = Harness.Traffic.Count;
        try
        {
            var result = await SendAsync(request);
            await Harness.WhenIdleAsync(Token);
            return new Exchange(
                prepared,
                request,
                [.. Harness.Traffic.Skip(before).Where(one => one.ChangesSomething)],
                result,
                [.. result.LeftOutFields, .. result.Problems.Select(problem => problem.Field)]
            );
        }
        catch (PaymentRequestException refusal)
        {
            return new Exchange(prepared, request, [], null, [.. refusal.Problems.Select(problem => problem.Field)]);
        }
    }

    private static string? Problem(FieldSample sample, WireTemplate? template, Exchange without, Exchange with)
    {
        if (with.Fields.Any(field => IsPart(sample.Path, field)))
        {
            return Displaced(without, with);
        }

        if (with.Result is null)
        {
            return $"{sample.Path} is refused, but no problem names it ({string.Join(", ", with.Fields)}).";
        }

        // A guard refused it, or the operation cannot be done at all.
        if (with.Writes.Count == 0 && (with.Result.Outcome == PaymentOutcome.Rejected || without.Writes.Count == 0))
        {
            return null;
        }

        var texts = sample.Texts(with.Request);
        var isSent =
            texts.Length > 0
                ? texts.All(text => WireTemplate.Shows(with.Writes, text))
                : with.Request.Equals(sample.Before(with.Prepared)) || template?.Fits(with.Writes) != true;
        return isSent
            ? Displaced(without, with)
            : $"{sample.Path} is neither sent nor refused nor in {nameof(PaymentResult.LeftOutFields)}.";
    }

    // A member that replaces another one must report the replaced one.
    private static string? Displaced(Exchange without, Exchange with)
    {
        const string order = nameof(ChargeRequest.OrderReference);
        return
            with.Result is not null
            && with.Writes.Count > 0
            && FieldSamples.OrderOf(without.Request) is { } earlier
            && FieldSamples.OrderOf(with.Request) is { } own
            && WireTemplate.Shows(without.Writes, earlier)
            && !WireTemplate.Shows(with.Writes, own)
            && !with.Fields.Contains(order, StringComparer.Ordinal)
            ? $"{order} is no longer sent, but is not in {nameof(PaymentResult.LeftOutFields)}."
            : null;
    }

    private static bool IsPart(string path, string field) =>
        path == field
        || path.StartsWith(field + ".", StringComparison.Ordinal)
        || (field.StartsWith(path + ".", StringComparison.Ordinal) && field.Length > 0);

    private sealed record Exchange(
        PaymentRequest Prepared,
        PaymentRequest Request,
        IReadOnlyList<ReceivedRequest> Writes,
        PaymentResult? Result,
        IReadOnlyList<string> Fields
    );
}
