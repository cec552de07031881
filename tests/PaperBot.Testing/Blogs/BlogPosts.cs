using System.Globalization;
using System.Net;
using System.Text;

namespace PaperBot.Testing.Blogs;

/// <summary>Invented posts, Chinese and English in turn, the same for the same number.</summary>
internal static class BlogPosts
{
    private static readonly string[] Subjects =
    [
        "gradient descent",
        "Lebesgue measure",
        "attention heads",
        "geodesics",
        "entropy",
        "low-rank adapters",
    ];
    private static readonly string[] Titles = ["梯度下降", "勒贝格测度", "注意力头", "测地线", "信息熵", "低秩适配器"];

    public static string Title(int number) =>
        number % 2 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Titles[number % Titles.Length]}札记（{number}）")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Notes on {Subjects[number % Subjects.Length]}, part {number}"
            );

    public static DateTimeOffset Published(int number) =>
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number);

    public static string Page(int number, int canonical, int last)
    {
        var chinese = number % 2 == 0;
        var day = Published(number).ToString("o", CultureInfo.InvariantCulture);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"{(chinese ? "zh-CN" : "en")}\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(Title(number))} | Simulated Notes</title><link rel=\"canonical\" href=\"/posts/{canonical}\"><meta name=\"author\" content=\"{(chinese ? "林某" : "A. Writer")}\"><meta property=\"article:published_time\" content=\"{day}\">"
        );
        if (number > 1)
            page.Append(CultureInfo.InvariantCulture, $"<link rel=\"prev\" href=\"/posts/{number - 1}\">");
        if (number < last)
            page.Append(CultureInfo.InvariantCulture, $"<link rel=\"next\" href=\"/posts/{number + 1}\">");
        page.Append(
            CultureInfo.InvariantCulture,
            $"</head><body><nav><a href=\"/\">Home</a> <a href=\"/about\">About this blog and its many pages</a></nav><article class=\"post\"><h1>{WebUtility.HtmlEncode(Title(number))}</h1><div class=\"entry-content\">{(chinese ? Chinese(number) : English(number))}</div></article><div id=\"comments\"><div class=\"comment-content\" id=\"comment-{number}\"><p>{(chinese ? "写得清楚。" : "Clear, thank you.")} $c_{{{number}}}$</p></div></div><footer>© Simulated Notes, all of it invented.</footer></body></html>"
        );
        return page.ToString();
    }

    private static string English(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<p>This note, number {number}, is about {Subjects[number % Subjects.Length]} and begins with the identity \\(a_{{{number}}} = x^2 + {number}\\), which we use throughout.</p><h2 id=\"why\">Why it matters</h2><p>Whoever measures costs $5 pays $5; whoever integrates writes</p>\\[\\int_0^{{{number}}} x\\,dx = \\frac{{{number}^2}}{{2}}.\\]<pre><code>let n = {number};\nprint(n)</code></pre><figure><img src=\"/i/{number}.png\"><figcaption>Step {number} of the descent</figcaption></figure><h2>And then</h2><p>The rest follows from part {number + 1} as in every series that is invented for a test.</p>"
        );

    private static string Chinese(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<p>第{number}篇札记讨论{Titles[number % Titles.Length]}，从恒等式 $a_{{{number}}} = x^2 + {number}$ 说起，后文会反复用到它。</p><h2 id=\"why\">为什么重要</h2><p>这里的关键在于度量 <script type=\"math/tex\">ds^2 = g_{{ij}} dx^i dx^j</script> 的选取，换一种坐标，结论依然成立。</p><h2>接下来</h2><p>其余内容见第{number + 1}篇，和任何为测试而写的系列文章一样。</p>"
        );
}
