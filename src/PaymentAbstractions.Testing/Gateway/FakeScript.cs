namespace PaymentAbstractions.Testing;

/// <summary>What a test tells the gateway to answer. Guarded by the lock of the gateway.</summary>
internal sealed class FakeScript
{
    private readonly List<(PaymentOperation? Operation, Func<PaymentRequest, PaymentResult> Answer)> _queue = [];
    private readonly List<(Func<PaymentRequest, bool> Matches, Func<PaymentRequest, PaymentResult> Answer)> _rules = [];
    private readonly Queue<FindResult> _finds = new();

    public void Enqueue(PaymentOperation? operation, Func<PaymentRequest, PaymentResult> answer) =>
        _queue.Add((operation, answer));

    public void EnqueueFind(FindResult result) => _finds.Enqueue(result);

    public void AddRule(Func<PaymentRequest, bool> matches, Func<PaymentRequest, PaymentResult> answer) =>
        _rules.Add((matches, answer));

    public PaymentResult? Answer(PaymentRequest request)
    {
        var next = _queue.FindIndex(item => item.Operation is null || item.Operation == request.Operation);
        if (next >= 0)
        {
            var (_, answer) = _queue[next];
            _queue.RemoveAt(next);
            return answer(request);
        }

        return _rules.FindLast(rule => rule.Matches(request)).Answer?.Invoke(request);
    }

    public FindResult? AnswerFind() => _finds.TryDequeue(out var result) ? result : null;
}
