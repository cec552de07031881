namespace PaperBot.Search.Analysis;

/// <summary>
/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, 130-137, with the author's two later
/// departures (-logi, -abli to -bli). Works on lower-case a to z.
/// </summary>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _length;

    private PorterStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>The stem of a lower-case word; words of two letters or fewer and other alphabets stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length is <= 2 or > 60 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        Span<char> buffer = stackalloc char[word.Length + 1];
        word.CopyTo(buffer);
        return new string(buffer[..Stem(buffer, word.Length)]);
    }

    /// <summary>Stems in place a word of a to z with one character of room behind it.</summary>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> word, int length)
    {
        var stemmer = new PorterStemmer(word) { _length = length };
        stemmer.Step1A();
        stemmer.Step1B();
        stemmer.Step1C();
        stemmer.Replace(Step2);
        stemmer.Replace(Step3);
        stemmer.Step4();
        stemmer.Step5();
        return stemmer._length;
    }

    private static ReadOnlySpan<(string Suffix, string By)> Step2 =>
        new (string, string)[]
        {
            ("ational", "ate"),
            ("tional", "tion"),
            ("enci", "ence"),
            ("anci", "ance"),
            ("izer", "ize"),
            ("bli", "ble"),
            ("alli", "al"),
            ("entli", "ent"),
            ("eli", "e"),
            ("ousli", "ous"),
            ("ization", "ize"),
            ("ation", "ate"),
            ("ator", "ate"),
            ("alism", "al"),
            ("iveness", "ive"),
            ("fulness", "ful"),
            ("ousness", "ous"),
            ("aliti", "al"),
            ("iviti", "ive"),
            ("biliti", "ble"),
            ("logi", "log"),
        };

    private static ReadOnlySpan<(string Suffix, string By)> Step3 =>
        new (string, string)[]
        {
            ("icate", "ic"),
            ("ative", ""),
            ("alize", "al"),
            ("iciti", "ic"),
            ("ical", "ic"),
            ("ful", ""),
            ("ness", ""),
        };

    private static ReadOnlySpan<string> Step4Suffixes =>
        new[]
        {
            "al",
            "ance",
            "ence",
            "er",
            "ic",
            "able",
            "ible",
            "ant",
            "ement",
            "ment",
            "ent",
            "ion",
            "ou",
            "ism",
            "ate",
            "iti",
            "ous",
            "ive",
            "ize",
        };

    private void Step1A()
    {
        if (Ends("sses") || Ends("ies"))
            _length -= 2;
        else if (Ends("s") && !Ends("ss"))
            _length--;
    }

    private void Step1B()
    {
        if (Ends("eed"))
        {
            if (Measure(_length - 3) > 0)
                _length--;
            return;
        }
        var cut =
            Ends("ed") && HasVowel(_length - 2) ? 2
            : Ends("ing") && HasVowel(_length - 3) ? 3
            : 0;
        if (cut == 0)
            return;
        _length -= cut;
        if (Ends("at") || Ends("bl") || Ends("iz"))
            Append('e');
        else if (DoubleConsonant() && _word[_length - 1] is not ('l' or 's' or 'z'))
            _length--;
        else if (Measure(_length) == 1 && EndsCvc(_length))
            Append('e');
    }

    private void Step1C()
    {
        if (Ends("y") && HasVowel(_length - 1))
            _word[_length - 1] = 'i';
    }

    private void Replace(ReadOnlySpan<(string Suffix, string By)> table)
    {
        var longest = -1;
        for (var i = 0; i < table.Length; i++)
            if (Ends(table[i].Suffix) && (longest < 0 || table[i].Suffix.Length > table[longest].Suffix.Length))
                longest = i;
        if (longest < 0 || Measure(_length - table[longest].Suffix.Length) == 0)
            return;
        _length -= table[longest].Suffix.Length;
        foreach (var c in table[longest].By)
            Append(c);
    }

    private void Step4()
    {
        var longest = "";
        foreach (var suffix in Step4Suffixes)
            if (suffix.Length > longest.Length && Ends(suffix))
                longest = suffix;
        var stem = _length - longest.Length;
        if (longest.Length == 0 || Measure(stem) <= 1)
            return;
        if (longest != "ion" || (stem > 0 && _word[stem - 1] is 's' or 't'))
            _length = stem;
    }

    private void Step5()
    {
        if (Ends("e"))
        {
            var measure = Measure(_length - 1);
            if (measure > 1 || (measure == 1 && !EndsCvc(_length - 1)))
                _length--;
        }
        if (Ends("ll") && Measure(_length) > 1)
            _length--;
    }

    private void Append(char c) => _word[_length++] = c;

    private readonly bool Ends(string suffix) =>
        _length > suffix.Length && _word[.._length].EndsWith(suffix, StringComparison.Ordinal);

    private readonly bool IsConsonant(int i) =>
        _word[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !IsConsonant(i - 1),
            _ => true,
        };

    // The number of vowel-consonant sequences in the first letters.
    private readonly int Measure(int end)
    {
        var measure = 0;
        var vowel = false;
        for (var i = 0; i < end; i++)
        {
            var consonant = IsConsonant(i);
            if (consonant && vowel)
                measure++;
            vowel = !consonant;
        }
        return measure;
    }

    private readonly bool HasVowel(int end)
    {
        for (var i = 0; i < end; i++)
            if (!IsConsonant(i))
                return true;
        return false;
    }

    private readonly bool DoubleConsonant() =>
        _length >= 2 && _word[_length - 1] == _word[_length - 2] && IsConsonant(_length - 1);

    private readonly bool EndsCvc(int end) =>
        end >= 3
        && IsConsonant(end - 1)
        && !IsConsonant(end - 2)
        && IsConsonant(end - 3)
        && _word[end - 1] is not ('w' or 'x' or 'y');
}
