namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>An upload that has begun.</summary>
internal sealed record SimUpload(string Kind, string Name, int Size, int Pieces, string? Md5)
{
    public SortedDictionary<int, byte[]> Parts { get; } = [];
}
