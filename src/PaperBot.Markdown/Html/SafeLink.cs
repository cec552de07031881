using System.Diagnostics.CodeAnalysis;
using Markdig.Renderers;

namespace PaperBot.Markdown.Html;

/// <summary>Which addresses become links, and how.</summary>
internal static class SafeLink
{
    public static bool IsSafe([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public static void Open(HtmlRenderer renderer, string address) =>
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\" rel=\"noopener noreferrer\" target=\"_blank\">");
}
