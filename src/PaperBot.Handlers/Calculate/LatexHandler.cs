using PaperBot.Core.Commands;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Core.Replies;
using PaperBot.Core.Texts;

namespace PaperBot.Handlers.Calculate;

/// <summary><c>/latex</c>: a formula as a picture.</summary>
internal sealed class LatexHandler(IFormulaPictures pictures, ITexts texts) : ICommandHandler
{
    private const int DelimiterLength = 4;
    private const int LongestSource = 4_000;

    public CommandSpec Spec { get; } =
        new("latex")
        {
            Aliases = ["公式"],
            Parameters =
            [
                new Parameter("source")
                {
                    Required = true,
                    Positional = true,
                    Verbatim = true,
                    MaxLength = LongestSource + DelimiterLength,
                    Aliases = ["源码"],
                },
                new Parameter("theme", ParameterKind.Choice)
                {
                    Aliases = ["主题"],
                    Choices =
                    [
                        new Choice("light", "浅色"),
                        new Choice("dark", "深色"),
                        new Choice("transparent", "透明"),
                    ],
                },
            ],
        };

    public async Task<Outcome<Reply>> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var source = LatexSource.Of(request.Text("source")!);
        var theme = request.Text("theme") switch
        {
            "dark" => PictureTheme.Dark,
            "transparent" => PictureTheme.Transparent,
            _ => PictureTheme.Light,
        };
        var drawn = await pictures.RenderAsync(source.Tex, source.Display, theme, cancellationToken);
        if (drawn.IsOk)
            return Picture(source.Tex, drawn.Value.Png);
        return drawn.Error.Kind == ErrorKind.UpstreamDown
            ? Reply.Of($"{AsText(source.Tex)}\n\n{texts.Get(request.Locale, drawn.Error.Message)}")
            : drawn.Error;
    }

    private static Reply Picture(string tex, ReadOnlyMemory<byte> png) =>
        Reply.Of(new Card("latex") { Attachments = [new Attachment("formula.png", "image/png", png, tex)] });

    /// <summary>What the platform can show by itself; a dollar sign or an empty line would end a formula.</summary>
    private static string AsText(string tex)
    {
        var lines = string.Join('\n', tex.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)));
        return lines.Contains('$', StringComparison.Ordinal) ? MarkdownText.Code(lines) : $"$$\n{lines}\n$$";
    }
}
