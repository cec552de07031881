using System.Text;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>Words that nobody wrote, with the frequencies that words have (Zipf's law, exponent 1).</summary>
internal sealed class MadeWords
{
    private readonly Random _random;
    private readonly string[] _english;
    private readonly string[] _chinese;
    private readonly double _logCount;

    public MadeWords(Random random, int count, string characters)
    {
        _random = random;
        _logCount = Math.Log(count);
        _english = [.. Enumerable.Range(0, count).Select(_ => Word("abcdefghijklmnopqrstuvwxyz", 3 + random.Next(8)))];
        _chinese = [.. Enumerable.Range(0, count).Select(_ => Word(characters, random.Next(4) == 0 ? 1 : 2))];
    }

    public string Text(bool english, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            // The logarithm of the rank is spread evenly.
            var rank = (int)Math.Exp(_random.NextDouble() * _logCount) - 1;
            text.Append(english ? _english[rank] : _chinese[rank]);
            if (english)
                text.Append(i % 15 == 14 ? ". " : " ");
            else if (i % 12 == 11)
                text.Append('。');
        }
        return text.ToString();
    }

    private string Word(string letters, int length) =>
        string.Create(
            length,
            (_random, letters),
            (span, state) =>
            {
                foreach (ref var letter in span)
                    letter = state.letters[state._random.Next(state.letters.Length)];
            }
        );
}
