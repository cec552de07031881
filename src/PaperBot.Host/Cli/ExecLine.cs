namespace PaperBot.Host.Cli;

/// <summary>One answer of <c>exec --json</c>.</summary>
internal sealed record ExecLine
{
    public required bool Ok { get; init; }

    /// <summary><c>ok</c>, <c>user_input</c>, <c>not_found</c>, <c>throttled</c>, <c>upstream_down</c>, <c>refused</c>, <c>internal</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The whole reply as text.</summary>
    public required string Markdown { get; init; }

    public required IReadOnlyList<ExecAttachment> Attachments { get; init; }

    public required IReadOnlyList<ExecAction> Actions { get; init; }

    /// <summary>The reply's parts.</summary>
    public required IReadOnlyList<ExecCard> Cards { get; init; }

    public ExecError? Error { get; init; }
}
