using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Blogs;

/// <summary>One turn of a source: its lists, if they are due, and the pages that are.</summary>
internal sealed class SourceReading(
    SourceLists lists,
    SourcePages pages,
    IBlogStore store,
    IOptions<BlogsOptions> options,
    TimeProvider time
)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    public async Task ReadAsync(BlogSource source, CancellationToken cancellationToken)
    {
        var caller = Caller.Job("blogs:" + source.Name);
        if (source.DueAt <= time.GetUtcNow())
        {
            var read = await lists.ReadAsync(source, caller, cancellationToken);
            var now = time.GetUtcNow();
            source = read.IsOk
                ? read.Value.Source with
                {
                    ReadAt = now,
                    DueAt = now + options.Value.Refresh,
                }
                : source with
                {
                    Trouble = PageState.Failed,
                    DueAt = now + Soon,
                };
            if (!await SaveAsync(source, cancellationToken) || !read.IsOk)
                return;
        }
        var stopped = await pages.ReadAsync(source, caller, cancellationToken);
        // Paused in the middle, or with pages that are due: then the first reading is not complete.
        var left = await store.DueAsync(source.Name, time.GetUtcNow(), 1, cancellationToken);
        if (stopped is null && left.Count == 0 && source is { FirstReadAt: null, ReadAt: not null })
            await SaveAsync(source with { FirstReadAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>What somebody did to the source in the meantime (paused, removed) is kept.</summary>
    private async Task<bool> SaveAsync(BlogSource read, CancellationToken cancellationToken)
    {
        var now = (await store.SourcesAsync(cancellationToken)).FirstOrDefault(known => known.Name == read.Name);
        if (now is null)
            return false;
        await store.SaveAsync(read with { Paused = now.Paused, Comments = now.Comments }, cancellationToken);
        return !now.Paused;
    }
}
