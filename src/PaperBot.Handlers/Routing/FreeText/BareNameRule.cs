using PaperBot.Core.Outcomes;
using PaperBot.Handlers.Routing.Parsing;

namespace PaperBot.Handlers.Routing.FreeText;

/// <summary>
/// A Chinese name of a command at the beginning, without a sign before it: <c>引用 1706.03762</c>, <c>日报 订阅 cs.CL</c>.
/// In a Chinese sentence no space follows such a word.
/// </summary>
internal sealed class BareNameRule : IFreeTextRule
{
    public int Order => RuleOrder.Name;

    public ValueTask<Outcome<string>?> ReadAsync(FreeTextInput input, CancellationToken cancellationToken)
    {
        Outcome<string>? line = null;
        if (InputText.IsHan(input.Text[0]) && input.Commands.Match("/" + input.Text, 1) is ({ Listed: true }, _))
            line = "/" + input.Text;
        return ValueTask.FromResult(line);
    }
}
