using System.Globalization;

namespace PaymentAbstractions.Chaos;

/// <summary>What the workers reported: the completed orders and the results that callers received. It outlives the workers.</summary>
internal sealed class AnswerLog
{
    private readonly Lock _gate = new();
    private readonly HashSet<int> _done = [];
    private readonly Dictionary<string, PaymentOutcome> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _heard = new(StringComparer.Ordinal);
    private readonly List<string> _broken = [];
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private long _answers;
    private long _notRecorded;
    private long _heardAtAll;
    private long _cutShort;

    public int Done
    {
        get
        {
            lock (_gate)
            {
                return _done.Count;
            }
        }
    }

    public long Answers => Interlocked.Read(ref _answers);

    public long NotRecorded => Interlocked.Read(ref _notRecorded);

    /// <summary>The number of resolutions that a handler has recorded.</summary>
    public long HeardAtAll => Interlocked.Read(ref _heardAtAll);

    /// <summary>The number of calls of a handler whose process died before the resolution was recorded.</summary>
    public long CutShort => Interlocked.Read(ref _cutShort);

    /// <summary>The last revision of each key that a handler has recorded.</summary>
    public IReadOnlyDictionary<string, long> Heard
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, long>(_heard, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Exceptions that the library threw and should not have thrown.</summary>
    public IReadOnlyList<string> Broken
    {
        get
        {
            lock (_gate)
            {
                return [.. _broken];
            }
        }
    }

    public IReadOnlyCollection<string> Refusals
    {
        get
        {
            lock (_gate)
            {
                return [.. _refusals];
            }
        }
    }

    /// <summary>The final outcomes that callers received, by the key that they belong to.</summary>
    public IReadOnlyDictionary<string, PaymentOutcome> Told
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, PaymentOutcome>(_told, StringComparer.Ordinal);
            }
        }
    }

    public IReadOnlyDictionary<string, int> Outcomes
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<string, int>(_outcomes, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Counts the refunds and voids of an order that were reported as approved.</summary>
    public int CountReversals(string order)
    {
        lock (_gate)
        {
            return _told.Count(told =>
                told.Value == PaymentOutcome.Approved
                && OrderKey.Parse(told.Key) is { Step: "refund" or "void" } key
                && key.Order == order
            );
        }
    }

    /// <summary>The first order that is not complete.</summary>
    public int FirstUndone()
    {
        lock (_gate)
        {
            var index = 0;
            while (_done.Contains(index))
            {
                index++;
            }

            return index;
        }
    }

    public void Add(string text)
    {
        var words = text.Split(' ');
        lock (_gate)
        {
            switch (words)
            {
                case ["done", var index]:
                    _done.Add(int.Parse(index, CultureInfo.InvariantCulture));
                    break;
                case ["broken", ..]:
                    _broken.Add(text);
                    break;
                case ["refused", _, .. var why]:
                    _refusals.Add(string.Join(' ', why));
                    break;
                case ["hears", ..]:
                    _cutShort++;
                    break;
                case ["heard", var key, var revision, ..]:
                    AddHeard(key, long.Parse(revision, CultureInfo.InvariantCulture));
                    break;
                case ["answer", _, var owner, var outcome, var reason, var notRecorded, ..]:
                    AddAnswer(owner, Enum.Parse<PaymentOutcome>(outcome), reason, bool.Parse(notRecorded));
                    break;
                default:
                    break;
            }
        }
    }

    private void AddHeard(string key, long revision)
    {
        _cutShort--;
        _heardAtAll++;
        _heard[key] = Math.Max(revision, _heard.GetValueOrDefault(key));
    }

    private void AddAnswer(string owner, PaymentOutcome outcome, string reason, bool notRecorded)
    {
        _answers++;
        _notRecorded += notRecorded ? 1 : 0;
        var name = reason == nameof(PaymentReason.None) ? $"{outcome}" : $"{outcome}/{reason}";
        _outcomes[name] = _outcomes.GetValueOrDefault(name) + 1;
        if (
            !notRecorded
            && outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved or PaymentOutcome.Declined
        )
        {
            _told[owner] = outcome;
        }
        else if (!notRecorded && outcome == PaymentOutcome.Reversed)
        {
            _told.TryAdd(owner, outcome);
        }
    }
}
