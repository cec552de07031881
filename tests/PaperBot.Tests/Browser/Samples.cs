using PaperBot.Core.Replies;

namespace PaperBot.Tests.Browser;

/// <summary>Replies to look at.</summary>
internal static class Samples
{
    public static Reply Paper() =>
        Reply.Of(
            new Card("paper:1706.03762v7")
            {
                Title = "Attention Is All You Need",
                Link = new Uri("https://arxiv.org/abs/1706.03762"),
                Markdown =
                    "**Authors** A. Vaswani, N. Shazeer\n\nAttention is $O(n^2 d)$:\n\n"
                    + "$$\\mathrm{softmax}\\left(\\frac{QK^T}{\\sqrt{d_k}}\\right)V$$",
                Actions =
                [
                    ReplyAction.Run("Cite", "/cite 1706.03762"),
                    ReplyAction.Run("Ask", "/ask 1706.03762 ?"),
                    ReplyAction.Open("PDF", new Uri("https://arxiv.org/pdf/1706.03762")),
                ],
            }
        );

    public static Reply List(int page) =>
        Reply.Of(
            new Card("list")
            {
                Title = "Announced today",
                Markdown =
                    string.Join('\n', Enumerable.Range(1, 8).Select(i => $"{i}. **Paper {page}.{i}** in cs.CL"))
                    + $"\n\nPage {page} of 2",
                Actions =
                [
                    .. page > 1
                        ? (ReplyAction[])
                            [ReplyAction.Run("Previous", $"/arxiv new page:{page - 1}", ActionEffect.ReplaceInPlace)]
                        : [],
                    .. page < 2
                        ? (ReplyAction[])
                            [ReplyAction.Run("Next", $"/arxiv new page:{page + 1}", ActionEffect.ReplaceInPlace)]
                        : [],
                    ReplyAction.Run("Cite", "/cite 1706.03762"),
                ],
            }
        );
}
