using PaperBot.Core.Commands;
using PaperBot.Core.Identity;
using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.FreeText;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing;

/// <summary>Understands what came: a command line, or free text by the rules; and checks the person's right.</summary>
internal sealed class CommandReader(
    CommandCatalogue catalogue,
    IEnumerable<IFreeTextRule> rules,
    IAdministrators administrators
)
{
    private readonly IFreeTextRule[] _rules = [.. rules.OrderBy(rule => rule.Order)];

    /// <summary>What would run, without using anything up.</summary>
    public ValueTask<Outcome<ReadCommand>> CheckAsync(Incoming incoming, CancellationToken cancellationToken) =>
        ReadAsync(incoming, isCheck: true, cancellationToken);

    public ValueTask<Outcome<ReadCommand>> ReadAsync(Incoming incoming, CancellationToken cancellationToken) =>
        ReadAsync(incoming, isCheck: false, cancellationToken);

    private async ValueTask<Outcome<ReadCommand>> ReadAsync(Incoming incoming, bool isCheck, CancellationToken ct)
    {
        if (incoming.Text.Length > CommandLine.MaxLength)
            return ParseErrors.TooLong(incoming.Text.Length);
        var text = InputText.Clean(incoming.Text);
        if (string.IsNullOrWhiteSpace(text))
            return ParseErrors.Empty();
        if (!LineParser.IsCommand(text))
        {
            var line = await LineOfAsync(new(text.Trim(), incoming, catalogue.Table) { IsCheck = isCheck }, ct);
            if (!line.IsOk)
                return line.Error;
            text = line.Value;
        }
        var parsed = new LineParser(catalogue.Table).Parse(text, incoming);
        if (!parsed.IsOk)
            return parsed.Error;
        var (spec, arguments) = parsed.Value;
        return MayUse(spec, incoming)
            ? new ReadCommand(spec, arguments)
            : Errors.Refused(spec.WhoMay == WhoMay.Administrators ? "access.administrators" : "access.managers");
    }

    private async ValueTask<Outcome<string>> LineOfAsync(FreeTextInput input, CancellationToken ct)
    {
        foreach (var rule in _rules)
            if (await rule.ReadAsync(input, ct) is { } line)
                return line;
        return ParseErrors.Empty();
    }

    /// <summary>Whether the command is for this person at all.</summary>
    public bool MayUse(CommandSpec spec, Incoming incoming) =>
        spec.WhoMay switch
        {
            WhoMay.Everyone => true,
            WhoMay.PlaceManagers when incoming.ManagesPlace || incoming.Place.Kind == PlaceKind.Direct => true,
            _ => administrators.Contains(incoming.Person.Id),
        };
}
