namespace PaperBot.Calculator.Syntax;

/// <summary>Chinese words with which inputs begin, longest first; an empty meaning: the rest says what to do.</summary>
internal static class ChineseWords
{
    public static readonly IReadOnlyList<(string Word, string Meaning)> All =
    [
        .. new (string Word, string Meaning)[]
        {
            ("解方程组", ""),
            ("解方程", ""),
            ("求解", ""),
            ("求值", ""),
            ("计算", ""),
            ("解", ""),
            ("求", ""),
            ("算", ""),
            ("化简", "simplify"),
            ("展开", "expand"),
            ("因式分解", "factor"),
            ("分解因式", "factor"),
            ("分解质因数", "factor"),
            ("画图", "plot"),
            ("作图", "plot"),
            ("绘图", "plot"),
            ("求导", "diff"),
            ("导数", "diff"),
            ("积分", "integrate"),
            ("极限", "limit"),
            ("求和", "sum"),
            ("行列式", "det"),
            ("逆矩阵", "inv"),
            ("转置", "transpose"),
            ("特征值", "eigvals"),
            ("平均值", "mean"),
            ("平均数", "mean"),
            ("均值", "mean"),
            ("中位数", "median"),
            ("标准差", "std"),
            ("方差", "var"),
            ("最大公约数", "gcd"),
            ("最小公倍数", "lcm"),
        }.OrderByDescending(pair => pair.Word.Length),
    ];
}
