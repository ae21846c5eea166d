using System.Collections.Frozen;
using System.Text;

namespace PaymentAbstractions.Http;

/// <summary>One pass over a text, from left to right, that stops as soon as enough was written.</summary>
internal ref struct RedactionScanner(string text, FrozenSet<string> names, StringBuilder output, int limit)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private int _nameEnd;
    private SecretSpan? _secret;

    /// <summary>Whether a text holds what a secret's name or a card number needs; without it a run changes nothing.</summary>
    public static bool MayFind(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(":=<%"))
        {
            return true;
        }

        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        return digits >= DigitRuns.Shortest;
    }

    public void Run()
    {
        while (_position < _text.Length && output.Length <= limit)
        {
            FindSecret();
            if (!TryMaskSecret() && !TryMaskDigits())
            {
                output.Append(_text[_position++]);
            }
        }
    }

    private void FindSecret()
    {
        if (_secret is not null || _position < _nameEnd || !IsNameStart(_text[_position]))
        {
            return;
        }

        _nameEnd = _position;
        while (_nameEnd < _text.Length && IsNamePart(_text[_nameEnd]))
        {
            _nameEnd++;
        }

        var value = ValueOf(_position);
        if (value is null && _position > 0 && _text[_position - 1] == '%' && _nameEnd > _position + 2)
        {
            // In %5Bnumber%5D the name starts after the escape.
            value = ValueOf(_position + 2);
        }

        // What lies before the value, the name included, is still scanned for digits.
        _secret = value;
    }

    private bool TryMaskSecret()
    {
        if (_secret is not { } secret || _position < secret.Start)
        {
            return false;
        }

        if (secret.NeedsQuotes)
        {
            output.Append('"').Append(Redactor.Mask).Append('"');
        }
        else if (secret.Start < secret.End || IsQuote(secret.Start - 1))
        {
            output.Append(Redactor.Mask);
        }

        _position = secret.End;
        _nameEnd = secret.End;
        _secret = null;
        return true;
    }

    private readonly SecretSpan? ValueOf(int nameStart) =>
        SecretNames.Contains(names, _text[nameStart.._nameEnd]) ? SecretSpan.After(_text, nameStart, _nameEnd) : null;

    private bool TryMaskDigits()
    {
        if (!char.IsDigit(_text[_position]) || IsInsideGroup())
        {
            return false;
        }

        var end = DigitRuns.End(_text, _position);
        if (end == _position)
        {
            return false;
        }

        output.Append(Redactor.Mask);
        _position = end;
        return true;
    }

    // Inside a group that did not match as a whole; after a percent escape a group may begin in its middle.
    private readonly bool IsInsideGroup() =>
        _position > 0
        && char.IsDigit(_text[_position - 1])
        && !(_position >= 3 && _text[_position - 3] == '%' && char.IsAsciiHexDigit(_text[_position - 2]));

    private readonly bool IsQuote(int position) => position >= 0 && _text[position] is '"' or '\'';

    private static bool IsNameStart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']';
}
