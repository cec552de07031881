namespace PaperBot.Upstreams.Llm;

/// <summary>Some servers put a model's thinking in front of its answer, between tags; it is no part of the answer.</summary>
internal static class Thinking
{
    private const string Begin = "<think>";
    private const string End = "</think>";

    /// <summary>The answer alone; empty while the model still thinks.</summary>
    public static string Without(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length < Begin.Length)
            return Begin.AsSpan().StartsWith(start) ? "" : text;
        if (!start.StartsWith(Begin))
            return text;
        var end = start.IndexOf(End);
        return end < 0 ? "" : start[(end + End.Length)..].TrimStart().ToString();
    }
}
