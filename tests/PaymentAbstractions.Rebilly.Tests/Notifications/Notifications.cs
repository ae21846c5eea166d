using System.Text;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Requests as Rebilly or another sender sends them, and the notifications that a configured gateway reads from them.</summary>
internal static class Notifications
{
    /// <summary>Returns the reader of a gateway with these settings.</summary>
    public static INotificationReader ReaderOf(params (string Key, string? Value)[] settings) =>
        new RebillyFixture(settings).Gateway.TryGet<INotificationReader>(out var reader)
            ? reader
            : throw new InvalidOperationException("The gateway has no reader of notifications.");

    public static ReceivedNotification Json(string body) => Json(Encoding.UTF8.GetBytes(body));

    public static ReceivedNotification Json(byte[] body) => new() { ContentType = "application/json", Body = body };

    public static ReceivedNotification Form(string body) =>
        new() { ContentType = "application/x-www-form-urlencoded", Body = Encoding.UTF8.GetBytes(body) };

    public static ReceivedNotification Get(params (string Name, string Value)[] query) =>
        new() { Query = query.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal) };

    /// <summary>Reads a request that must be readable.</summary>
    public static RebillyNotification Read(this INotificationReader reader, ReceivedNotification request, string why) =>
        Assert.IsType<RebillyNotification>(reader.Read(request) ?? throw new InvalidOperationException(why));
}
