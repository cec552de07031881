using PaperBot.Core.Commands;

namespace PaperBot.Handlers.Routing.Parsing;

/// <summary>A line that was understood.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Arguments">Its checked arguments.</param>
internal sealed record ParsedLine(CommandSpec Spec, Arguments Arguments)
{
    /// <summary>The canonical line.</summary>
    public string Line => CommandLine.Format(Spec, Arguments);
}
