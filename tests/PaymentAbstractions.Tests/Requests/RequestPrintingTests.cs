namespace PaymentAbstractions.Tests;

public sealed class RequestPrintingTests
{
    public static TheoryData<Type> Requests =>
        [.. PublicValues.KnownKindsOf(typeof(PaymentRequest)).Where(type => type != typeof(PaymentRequest))];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_prints_every_member_once(Type type)
    {
        var request = (PaymentRequest)SampleValues.Of(type);

        var text = request.ToString();

        string[] names =
        [
            nameof(PaymentRequest.Operation),
            nameof(PaymentRequest.IdempotencyKey),
            nameof(PaymentRequest.Description),
            nameof(PaymentRequest.Metadata),
            nameof(PaymentRequest.Amount),
            nameof(PaymentRequest.CustomerId),
            nameof(PaymentRequest.Original),
        ];
        Assert.StartsWith(
            $"{type.Name} {{ Operation = {request.Operation}, IdempotencyKey = ",
            text,
            StringComparison.Ordinal
        );
        Assert.All(names, name => Assert.InRange(Times(text, name), 0, 1));
        Assert.Equal(request.Amount is null ? 0 : 1, Times(text, nameof(PaymentRequest.Amount)));
    }

    // Counts only the request's own text, without the text of its parts.
    private static int Times(string text, string name)
    {
        var depth = 0;
        var own = text.Where(character =>
        {
            depth += character switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            return depth == 1;
        });
        return string.Concat(own).Split($" {name} = ").Length - 1;
    }
}
