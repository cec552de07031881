using PaperBot.Core.Commands;
using PaperBot.Core.Replies;

namespace PaperBot.Handlers.Routing;

/// <summary>A command that was understood and may be run.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Arguments">Its checked arguments.</param>
internal sealed record ReadCommand(CommandSpec Spec, Arguments Arguments)
{
    /// <summary>The canonical line.</summary>
    public string Line { get; } = CommandLine.Format(Spec, Arguments);

    /// <summary>Who sees the reply: by the command, or because the person asked for it.</summary>
    public Visibility Visibility =>
        Spec.Find(CommonParameters.Private.Name) is null && Arguments.Flag(CommonParameters.Private.Name)
            ? Visibility.Private
            : Spec.Visibility;

    /// <summary>The language that the person asked for in this line.</summary>
    public string? Language =>
        Spec.Find(CommonParameters.Language.Name) is null ? Arguments.Text(CommonParameters.Language.Name) : null;

    /// <summary>Files exist only while the event does: such a command cannot be repeated from its line.</summary>
    public bool HasFiles => Arguments.Values.Values.Any(value => value is IncomingFile);
}
