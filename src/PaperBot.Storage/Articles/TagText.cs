using PaperBot.Storage.Papers;

namespace PaperBot.Storage.Articles;

/// <summary>Tags as they are compared: without case, accents, width and signs between.</summary>
internal static class TagText
{
    public static string Fold(string tag) => SearchText.Fold(tag.Length > 100 ? tag[..100] : tag).Trim();
}
