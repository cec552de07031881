using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;

namespace PaperBot.Upstreams.Blogs;

/// <summary>Keeps the sources as the configuration names them; one that it names no longer is removed.</summary>
internal sealed class ConfiguredBlogs(IBlogStore store, IOptions<BlogsOptions> options, TimeProvider time)
{
    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        var stored = await store.SourcesAsync(cancellationToken);
        foreach (var blog in options.Value.Sources)
        {
            var known = stored.FirstOrDefault(source => source.Name == blog.Name);
            if (
                known is { Origin: BlogOrigin.Configured }
                && known.Address == blog.Address
                && known.Comments == blog.Comments
            )
                continue;
            var now = time.GetUtcNow();
            if (known is not null && known.Comments != blog.Comments)
                await store.MakeDueAsync(known.Name, [PageState.Taken], now, cancellationToken);
            await store.SaveAsync(
                (known ?? new(blog.Name, "", blog.Address!, BlogOrigin.Configured) { AddedAt = now }) with
                {
                    Address = blog.Address!,
                    Origin = BlogOrigin.Configured,
                    Comments = blog.Comments,
                    DueAt = now,
                },
                cancellationToken
            );
        }
        var named = options.Value.Sources.Select(blog => blog.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var source in stored.Where(s => s.Origin == BlogOrigin.Configured && !named.Contains(s.Name)))
            await store.RemoveAsync(source.Name, cancellationToken);
    }
}
