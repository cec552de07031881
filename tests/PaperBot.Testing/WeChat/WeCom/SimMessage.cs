using System.Text.Json.Nodes;

namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>A message as people see it in a simulated chat.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Author">The person; null: the bot.</param>
/// <param name="Kind"><c>text</c>, <c>stream</c>, <c>markdown</c>, <c>image</c>, <c>file</c>, <c>card</c>, <c>system</c>.</param>
/// <param name="At">When it came.</param>
public sealed record SimMessage(string Id, string? Author, string Kind, DateTimeOffset At)
{
    /// <summary>What it says; for files their name.</summary>
    public string Text { get; set; } = "";

    /// <summary>The question that it answers in place; null for a message of its own.</summary>
    public string? Answers { get; init; }

    /// <summary>False while a stream is still being written.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>The card.</summary>
    public JsonObject? Card { get; set; }

    /// <summary>The bytes of a picture or file.</summary>
    public byte[]? Content { get; init; }

    /// <summary>When a stream changed last.</summary>
    public DateTimeOffset ChangedAt { get; set; } = At;

    /// <summary>How often a stream was written.</summary>
    public int Writes { get; set; } = 1;
}
