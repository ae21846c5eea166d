using System.Collections.Frozen;
using System.Text;

namespace PaymentAbstractions.Http;

/// <summary>One pass over a text, from left to right, which stops when enough text is written.</summary>
internal ref struct RedactionScanner(string text, FrozenSet<string> names, StringBuilder output, int limit)
{
    private readonly ReadOnlySpan<char> _text = text;
    private (int Start, int End) _cardNumber = (-1, -1);
    private int _position;
    private int _nameEnd;
    private SecretSpan? _secret;

    /// <summary>
    /// Whether a text contains anything that the name of a secret requires, or a card number. If not, a scan changes nothing.
    /// </summary>
    public static bool MayFind(ReadOnlySpan<char> text) => text.ContainsAny(":=<%") || CardNumberScanner.Finds(text);

    public void Run()
    {
        while (_position < _text.Length && output.Length <= limit)
        {
            FindSecret();
            if (!TryMaskSecret() && !TryMaskCardNumber())
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
            // In %5Bnumber%5D, the name starts after the escape.
            value = ValueOf(_position + 2);
        }

        // The text before the value, including the name, is still scanned for digits.
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

    private bool TryMaskCardNumber()
    {
        if (_cardNumber.Start < _position)
        {
            _cardNumber = CardNumberScanner.Next(_text, _position);
        }

        if (_position < _cardNumber.Start)
        {
            return false;
        }

        output.Append(Redactor.Mask);
        _position = _cardNumber.End;
        return true;
    }

    private readonly bool IsQuote(int position) => position >= 0 && _text[position] is '"' or '\'';

    private static bool IsNameStart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']';
}
