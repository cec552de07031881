using PaperBot.Core.Documents;
using PaperBot.Core.Models;

namespace PaperBot.Handlers.Questions.Faq;

/// <summary>One of the six questions of the FAQ.</summary>
/// <param name="Name">As in <see cref="PromptNames.FaqQuestions"/>.</param>
/// <param name="Number">From 1.</param>
/// <param name="Words">Words by which sentences that answer it are found, English and Chinese.</param>
/// <param name="Sections">Words in the titles of sections that are likely to answer it.</param>
internal sealed record FaqQuestion(string Name, int Number, string Words, IReadOnlyList<string> Sections)
{
    private const int MostSentences = 3;

    private static readonly Dictionary<string, (string Words, string[] Sections)> Known = new(StringComparer.Ordinal)
    {
        ["problem"] = (
            "problem challenge difficulty limitation lack need goal aim unable cannot costly 问题 挑战 困难 局限 目标",
            ["introduction", "motivation", "problem", "background", "引言", "问题", "背景", "abstract"]
        ),
        ["related"] = (
            "previous prior existing earlier approaches proposed methods studies literature 已有 现有 相关工作 以往 研究",
            ["related", "相关", "previous", "prior", "literature", "background", "综述"]
        ),
        ["method"] = (
            "propose method approach algorithm model architecture consists based define 提出 方法 模型 算法 采用",
            ["method", "approach", "architecture", "algorithm", "model", "design", "theory", "方法", "模型", "算法"]
        ),
        ["experiments"] = (
            "experiment evaluate dataset baseline results compare measured improvement 实验 评测 数据集 基线 结果 比较 提升",
            ["experiment", "evaluation", "result", "实验", "评测", "结果", "data", "setup", "数据"]
        ),
        ["future"] = (
            "future limitation open remains extend further investigate assume restricted 未来 局限 进一步 扩展 尚未 展望",
            ["future", "limitation", "outlook", "discussion", "conclusion", "展望", "局限", "讨论", "结论"]
        ),
        ["summary"] = (
            "propose present show conclude results contribution 提出 表明 结论 贡献 结果",
            ["abstract", "conclusion", "summary", "摘要", "结论", "总结"]
        ),
    };

    /// <summary>The six, in order.</summary>
    public static IReadOnlyList<FaqQuestion> All { get; } =
    [
        .. PromptNames.FaqQuestions.Select(
            (name, index) => new FaqQuestion(name, index + 1, Known[name].Words, Known[name].Sections)
        ),
    ];

    /// <summary>The text of the question.</summary>
    public string TextKey => "faq.question." + Name;

    /// <summary>What a button says.</summary>
    public string LabelKey => "faq.label." + Name;

    /// <summary>What is looked for in a paper's text.</summary>
    public EvidenceQuery In(PaperDocument document) =>
        new(Words, [document]) { Sections = Sections, Most = MostSentences };
}
