using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Rebilly.Tests;

public partial class NotificationPropertyTests
{
    private static readonly INotificationReader Reader = Notifications.ReaderOf();

    private static readonly string?[] Types =
    [
        "application/json",
        "application/x-www-form-urlencoded",
        "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8",
        "text/html",
        null,
    ];

    [Fact]
    public void Random_bytes_throw_nothing_and_name_nothing_that_no_id_can_be() =>
        Prop.ForAll(
                (
                    from body in Gen.Choose(0, 255).Select(one => (byte)one).ListOf()
                    from type in Gen.Elements(Types)
                    select new ReceivedNotification { ContentType = type, Body = body.ToArray() }
                ).ToArbitrary(),
                request => IsHarmless(Reader.Read(request))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Random_json_throws_nothing_and_names_nothing_that_no_id_can_be()
    {
        var (named, unnamed) = (0, 0);

        Prop.ForAll(
                Json(depth: 4).ToArbitrary(),
                json =>
                {
                    var read = Reader.Read(Notifications.Json(json));
                    _ = read is null ? unnamed++ : named++;
                    return IsHarmless(read);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

        Assert.True(named > 100 && unnamed > 100, $"{named} were named, {unnamed} were not");
    }

    [Fact]
    public void Random_forms_and_queries_throw_nothing_and_name_nothing_that_no_id_can_be()
    {
        var named = 0;

        Prop.ForAll(
                (
                    from pairs in (from name in Names() from value in Texts() select (name, value)).ListOf()
                    from separator in Gen.Elements("&", "&&", ";", "=")
                    select (
                        Form: string.Join(separator, pairs.Select(pair => $"{pair.name}={pair.value}")),
                        Query: pairs.DistinctBy(pair => pair.name).ToArray()
                    )
                ).ToArbitrary(),
                sent =>
                {
                    var (form, query) = (
                        Reader.Read(Notifications.Form(sent.Form)),
                        Reader.Read(Notifications.Get(sent.Query))
                    );
                    named += form is not null && query is not null ? 1 : 0;
                    return IsHarmless(form) && IsHarmless(query);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

        Assert.True(named > 100, $"{named} were named");
    }

    private static bool IsHarmless(PaymentNotification? read) =>
        read is null
        || (
            read is RebillyNotification { Revision: null or >= 0 } all
            && Word().IsMatch(all.EventType)
            && ((string?[])[all.TransactionId, all.PayoutRequestId, all.DisputeId, .. all.RelatedTransactionIds]).All(
                id => id is null || (Id().IsMatch(id) && id is not ("." or ".."))
            )
            && (all.TransactionId ?? all.PayoutRequestId ?? all.DisputeId) is not null
            && all.RelatedTransactionIds.Count <= 1
        );

    // Most texts are JSON without duplicate names, because otherwise almost nothing could be read.
    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.Frequency(
            (20, Texts().Select(text => JsonSerializer.Serialize(text))),
            (10, Gen.Elements("null", "true", "-1", "17", "9223372036854775808", "\"\\ud800\"")),
            (1, Gen.Elements("1e400", "NaN", "", "]", "{}{}"))
        );
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Json(depth - 1);
        var value = Gen.Frequency(
            (3, leaf),
            (1, inner),
            (1, inner.ListOf(2).Select(some => $"[{string.Join(',', some)}]"))
        );
        return from count in Gen.Choose(0, 6)
            from members in (from name in Names() from one in value select (name, one)).ListOf(count)
            from times in Gen.Choose(0, 9)
            select $"{{{string.Join(',', (times == 0 ? members : members.DistinctBy(member => member.name)).Select(member => $"{JsonSerializer.Serialize(member.name)}:{member.one}"))}}}";
    }

    private static Gen<string> Names() =>
        Gen.Elements(
            "transactionId",
            "eventType",
            "_embedded",
            "transaction",
            "childTransaction",
            "id",
            "revision",
            "payoutRequestId",
            "disputeId",
            "redirectUrl",
            "ipAddress",
            ""
        );

    private static Gen<string> Texts() =>
        Gen.OneOf(
            Gen.Elements(
                "txn_1",
                "transaction-processed",
                "17",
                "../x",
                "..",
                "https://a.example/",
                "%2e%2e%2f",
                "a b"
            ),
            Gen.Choose(1, 120).Select(length => new string('x', length)),
            Gen.Choose(0, 0x7FF).Select(one => (char)one).ListOf().Select(some => string.Concat(some))
        );

    [GeneratedRegex(@"\A[A-Za-z0-9@~._-]{1,50}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z-]{1,60}\z")]
    private static partial Regex Word();
}
