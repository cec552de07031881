using Microsoft.Extensions.DependencyInjection;
using PaperBot.Core.Commands;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing;

/// <summary>
/// The commands that are registered. Handlers are made when the first line is read, so that those which list commands
/// themselves (help) may depend on this.
/// </summary>
internal sealed class CommandCatalogue(IServiceProvider services)
{
    private readonly Lazy<Content> _content = new(() => Content.Of(services.GetServices<ICommandHandler>()));

    public CommandTable Table => _content.Value.Table;

    public IReadOnlyList<CommandSpec> Specs => Table.Specs;

    public ICommandHandler HandlerOf(CommandSpec spec) => _content.Value.Handlers[spec.Name];

    private sealed record Content(CommandTable Table, Dictionary<string, ICommandHandler> Handlers)
    {
        public static Content Of(IEnumerable<ICommandHandler> handlers)
        {
            var all = handlers.ToList();
            return new(new CommandTable(all.Select(h => h.Spec)), all.ToDictionary(h => h.Spec.Name));
        }
    }
}
