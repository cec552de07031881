using PaperBot.Core.Identity;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;
using PaperBot.Core.Texts;

namespace PaperBot.Core.Commands;

/// <summary>One command for one handler: who, where, in which language, with which arguments.</summary>
public sealed record CommandRequest
{
    /// <summary>The request's id.</summary>
    public required RequestId Id { get; init; }

    /// <summary>The command.</summary>
    public required CommandSpec Spec { get; init; }

    /// <summary>The checked arguments.</summary>
    public required Arguments Arguments { get; init; }

    /// <summary>The canonical command line, as an action or a stored request would repeat it.</summary>
    public required string Line { get; init; }

    /// <summary>Who asks.</summary>
    public required Person Person { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>The thread of talk that variables and follow-ups belong to.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The language to answer in.</summary>
    public Locale Locale { get; init; } = Locale.English;

    /// <summary>The reader's time zone. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// False when neither the reader nor the place has chosen a zone and the platform tells none, so that UTC is only
    /// assumed: a command for which it matters asks for it. Default: true.
    /// </summary>
    public bool IsZoneKnown { get; init; } = true;

    /// <summary>True when the person manages the place on its platform.</summary>
    public bool ManagesPlace { get; init; }

    /// <summary>True when the person administers the bot.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Where to report progress.</summary>
    public IProgressSink Progress { get; init; } = NoProgress.Instance;

    /// <summary>How queues see this request: an interactive call by this person.</summary>
    public Caller Caller => new(Person.Id.ToString(), Urgency.Interactive, Progress) { Place = Place.Outermost };

    /// <summary>A text, a choice or a paper as typed; null when it was not given.</summary>
    public string? Text(string name) => Arguments.Text(name);
}
