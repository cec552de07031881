using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Pictures;
using PaperBot.Pictures.Rasterizing;
using PaperBot.Processes;

namespace PaperBot.Pictures.Formulas;

/// <summary>Formulas by MathJax in a warm Node.js process.</summary>
internal sealed class MathJaxFormulas : IFormulaPictures, IAsyncDisposable
{
    private const int LongestSource = 4_000;

    private readonly bool _enabled;
    private readonly WarmChild _node;
    private long _id;

    public MathJaxFormulas(IOptions<PictureOptions> options, TimeProvider time, ILogger<MathJaxFormulas> logger)
    {
        var value = options.Value;
        _enabled = value.NodePath.Length > 0 && IsInstalled;
        _node = new WarmChild(
            value.NodePath,
            [$"--max-old-space-size={value.MemoryLimit}", Script],
            value.Timeout,
            value.IdleStop,
            time,
            logger
        );
    }

    /// <summary>Whether MathJax stands beside the bot.</summary>
    public static bool IsInstalled =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "node", "node_modules", "mathjax", "node-main.mjs"));

    /// <summary>The engine's process, for tests that kill it.</summary>
    public int? ProcessId => _node.ProcessId;

    private static string Script => Path.Combine(AppContext.BaseDirectory, "node", "formulas.mjs");

    public async Task<Outcome<Picture>> RenderAsync(
        string tex,
        bool display,
        PictureTheme theme,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(tex);
        if (tex.Length > LongestSource)
            return Errors.UserInput("pictures.formula.long", ("most", LongestSource));
        if (string.IsNullOrWhiteSpace(tex))
            return Errors.UserInput("pictures.formula.empty");
        if (!_enabled || !SvgRasterizer.IsAvailable)
            return Errors.UpstreamDown("pictures.formula.missing", retryAt: null);
        try
        {
            var request = new FormulaRequest(Interlocked.Increment(ref _id), tex, display);
            var line = await _node.AskAsync(
                JsonSerializer.Serialize(request, FormulaJson.Default.FormulaRequest),
                cancellationToken
            );
            return Draw(JsonSerializer.Deserialize(line, FormulaJson.Default.FormulaAnswer)!, request.Id, theme);
        }
        catch (ChildException e)
        {
            return PictureErrors.Of(e, "formula");
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            return PictureErrors.Of(new ChildException(ChildFailure.Died, "The answer is no picture.", e), "formula");
        }
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static Outcome<Picture> Draw(FormulaAnswer answer, long id, PictureTheme theme)
    {
        if (answer.Id != id)
            throw new ChildException(ChildFailure.Died, "The answer belongs to another formula.");
        if (answer.Error is { } excerpt)
            return Errors.UserInput("pictures.formula.tex", ("excerpt", excerpt));
        return FormulaSvg.Of(answer.Svg ?? "", Palette.Of(theme)) is { } page
            ? SvgRasterizer.Rasterize(page.Svg, page.Width, page.Height)
            : Errors.UserInput("pictures.formula.large");
    }
}
