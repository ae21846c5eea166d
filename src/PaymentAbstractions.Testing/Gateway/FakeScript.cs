namespace PaymentAbstractions.Testing;

/// <summary>The answers that a test has scripted for the provider.</summary>
/// <remarks>Thread-safe. The test's own code runs outside the lock.</remarks>
internal sealed class FakeScript
{
    private readonly Lock _lock = new();
    private readonly List<(PaymentOperation? Operation, Func<PaymentRequest, FakeAnswer> Answer)> _queue = [];
    private readonly List<(Func<PaymentRequest, bool> Matches, Func<PaymentRequest, FakeAnswer> Answer)> _rules = [];
    private readonly Queue<FindResult> _finds = new();

    public void Enqueue(PaymentOperation? operation, Func<PaymentRequest, FakeAnswer> answer)
    {
        lock (_lock)
        {
            _queue.Add((operation, answer));
        }
    }

    public void EnqueueFind(FindResult result)
    {
        lock (_lock)
        {
            _finds.Enqueue(result);
        }
    }

    public void AddRule(Func<PaymentRequest, bool> matches, Func<PaymentRequest, FakeAnswer> answer)
    {
        lock (_lock)
        {
            // The rule that was added last is tried first.
            _rules.Insert(0, (matches, answer));
        }
    }

    public FakeAnswer? Answer(PaymentRequest request) =>
        Next(request) is { } answer ? answer(request)
        : Rules().FirstOrDefault(rule => rule.Matches(request)).Answer is { } ruled ? ruled(request)
        : null;

    public FindResult? AnswerFind()
    {
        lock (_lock)
        {
            return _finds.TryDequeue(out var result) ? result : null;
        }
    }

    private Func<PaymentRequest, FakeAnswer>? Next(PaymentRequest request)
    {
        lock (_lock)
        {
            var next = _queue.FindIndex(item => item.Operation is null || item.Operation == request.Operation);
            if (next < 0)
            {
                return null;
            }

            var (_, answer) = _queue[next];
            _queue.RemoveAt(next);
            return answer;
        }
    }

    private List<(Func<PaymentRequest, bool> Matches, Func<PaymentRequest, FakeAnswer> Answer)> Rules()
    {
        lock (_lock)
        {
            return [.. _rules];
        }
    }
}
