using AngleSharp.Css.Parser;
using Microsoft.Extensions.Options;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Says what is wrong with the options, by key.</summary>
internal sealed class BlogsOptionsCheck : IValidateOptions<BlogsOptions>
{
    public ValidateOptionsResult Validate(string? name, BlogsOptions options)
    {
        var wrong = new List<string>();
        Between(nameof(options.Interval), options.Interval, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Between(nameof(options.Refresh), options.Refresh, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        Between(nameof(options.LargestPage), options.LargestPage, 10_000, 50_000_000);
        Between(nameof(options.MostPages), options.MostPages, 1, 1_000_000);
        if (options.Contact.Length > 200 || options.Contact.Any(c => c is < ' ' or > '~' or '(' or ')'))
            wrong.Add("Blogs:Contact must be at most 200 ASCII characters without parentheses.");
        for (var i = 0; i < options.Sources.Count; i++)
            wrong.AddRange(Wrong(options.Sources[i], $"Blogs:{i}"));
        foreach (var twice in options.Sources.GroupBy(blog => blog.Name).Where(group => group.Count() > 1))
            wrong.Add($"Two blogs of the section Blogs are named '{twice.Key}'.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Between<T>(string key, T value, T least, T most)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                wrong.Add($"Blogs:{key} is {value}; it must be between {least} and {most}.");
        }
    }

    private static IEnumerable<string> Wrong(BlogOptions blog, string key)
    {
        if (!BlogName.IsName(blog.Name))
            yield return $"{key}:Name is '{blog.Name}'; it must be 1 to 64 small letters, digits, '-' and '.'.";
        if (blog.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return $"{key}:Address is '{blog.Address}'; it must be an http or https address.";
        if (!IsSelector(blog.ArticleSelector))
            yield return $"{key}:ArticleSelector is no CSS selector.";
        if (!IsSelector(blog.CommentSelector))
            yield return $"{key}:CommentSelector is no CSS selector.";
    }

    private static bool IsSelector(string? selector) =>
        string.IsNullOrEmpty(selector) || new CssSelectorParser().ParseSelector(selector) is not null;
}
