using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Papers;
using PaperBot.Core.Readers;
using PaperBot.Handlers.Routing.Running;

namespace PaperBot.Handlers.Readers;

/// <summary>Counts that a paper's card or FAQ was opened or asked about, whichever platform it was.</summary>
internal sealed partial class UseNoter(IEnumerable<IPaperUseStore> uses, ILogger<UseNoter> logger) : ICommandFollower
{
    // A bot without such a store (one that only calculates) counts nothing.
    private readonly IPaperUseStore[] _uses = [.. uses];

    private const int MostPapers = 10;

    private static readonly FrozenDictionary<string, PaperUseKind> Kinds = new Dictionary<string, PaperUseKind>
    {
        ["paper"] = PaperUseKind.Details,
        ["faq"] = PaperUseKind.Faq,
        ["ask"] = PaperUseKind.Asked,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public async Task AnsweredAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!Kinds.TryGetValue(request.Spec.Name, out var kind))
            return;
        var papers = request
            .Spec.Parameters.Where(parameter => parameter.Kind == ParameterKind.Paper)
            .SelectMany(parameter => request.Arguments.Texts(parameter.Name))
            .SelectMany(typed => ArxivId.FindAll(typed, MostPapers))
            .Select(found => found.Id.WithoutVersion)
            .Distinct()
            .Take(MostPapers);
        try
        {
            foreach (var paper in papers)
            foreach (var store in _uses)
                await store.NoteAsync(new(request.Place.Id, paper, request.Person.Id, kind), cancellationToken);
        }
        catch (StorageException exception)
        {
            // The answer is worth more than the count.
            Log.NotCounted(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "That a paper was opened could not be counted.")]
        public static partial void NotCounted(ILogger logger, Exception exception);
    }
}
