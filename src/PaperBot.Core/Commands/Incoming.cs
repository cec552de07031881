using PaperBot.Core.Identity;
using PaperBot.Core.Progress;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Commands;

/// <summary>What a platform hands to the router: something that somebody typed or pressed.</summary>
public sealed record Incoming
{
    /// <summary>By the platform's event, so that one delivered twice is answered once.</summary>
    public required RequestId Id { get; init; }

    /// <summary>A command line (<c>/paper 1706.03762</c>, <c>、论文 …</c>) or free text.</summary>
    public required string Text { get; init; }

    /// <summary>Who.</summary>
    public required Person Person { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>The thread of talk.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The language that the platform tells of the person; a preference goes before it. Null: not told.</summary>
    public Locale? Locale { get; init; }

    /// <summary>The time zone that the platform tells of the person; a preference goes before it. Null: not told.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>True when the person manages the place on its platform.</summary>
    public bool ManagesPlace { get; init; }

    /// <summary>The groups of the place that the person is in (roles), by the platform's ids. Default: none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Files that came with it, in order; they fill the command's file parameters.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>
    /// Opens a file by the text of a file parameter (the console: a path). Null, as everywhere else: only
    /// <see cref="Files"/> are given, and text never opens anything.
    /// </summary>
    public Func<string, IncomingFile?>? FileByText { get; init; }

    /// <summary>
    /// What the platform's outbox needs to answer in place later (an interaction token, a page's message id). Null:
    /// the request is not written down and not resumed after a crash (one-shot commands).
    /// </summary>
    public string? ReplyAddress { get; init; }

    /// <summary>
    /// Called once when the request is written down and let in, before its handler begins: the moment to tell the
    /// person that it is taken. It must not throw. Not called for what is refused, joined or repeated.
    /// </summary>
    public Func<CancellationToken, Task>? Accepted { get; init; }

    /// <summary>Where to report progress.</summary>
    public IProgressSink Progress { get; init; } = NoProgress.Instance;
}
