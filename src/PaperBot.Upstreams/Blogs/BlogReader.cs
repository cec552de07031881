using Microsoft.Extensions.Options;
using PaperBot.Core.Articles;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Blogs;

internal sealed class BlogReader(
    SourceLists lists,
    IBlogStore store,
    BlogWake wake,
    IOptions<BlogsOptions> options,
    TimeProvider time
) : IBlogReader
{
    private const int MostSources = 200;

    public async Task<Outcome<BlogAdded>> AddAsync(
        Uri address,
        bool? comments,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (address.Scheme is not ("http" or "https") || address.AbsoluteUri.Length > ArticleAddress.MaxLength)
            return Errors.UserInput("blog.address");
        var sources = await store.SourcesAsync(cancellationToken);
        var name = BlogName.Of(address);
        if (sources.FirstOrDefault(source => source.Address == address || source.Name == name) is { } known)
        {
            if (comments is { } wanted && wanted != known.Comments && known.Origin == BlogOrigin.Added)
            {
                known = known with { Comments = wanted };
                await store.SaveAsync(known, cancellationToken);
                await store.MakeDueAsync(known.Name, [PageState.Taken], time.GetUtcNow(), cancellationToken);
                wake.Wake();
            }
            var report = await store.ReportAsync(known.Name, 0, cancellationToken);
            return new BlogAdded(known, report?.Pages.Values.Sum() ?? 0, options.Value.Interval);
        }
        if (sources.Count >= MostSources)
            return Errors.UserInput("blog.many", ("most", MostSources));
        var source = new BlogSource(name, "", address, BlogOrigin.Added)
        {
            Comments = comments ?? false,
            AddedAt = time.GetUtcNow(),
        };
        var read = await lists.ReadAsync(source, caller, cancellationToken);
        if (!read.IsOk)
            return read.Error;
        if (read.Value.Source.Trouble is { } trouble)
            return Trouble(trouble, read.Value.Source.TroubleReason);
        if (read.Value.Named == 0)
            return Errors.NotFound("blog.nothing");
        var now = time.GetUtcNow();
        source = read.Value.Source with { ReadAt = now, DueAt = now + options.Value.Refresh };
        await store.SaveAsync(source, cancellationToken);
        wake.Wake();
        var stored = await store.ReportAsync(name, 0, cancellationToken);
        return new BlogAdded(source, stored?.Pages.Values.Sum() ?? 0, options.Value.Interval);
    }

    public async Task<Outcome<int>> RemoveAsync(string source, CancellationToken cancellationToken)
    {
        var found = await FindAsync(source, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        if (found.Value.Origin == BlogOrigin.Configured)
            return Errors.Refused("blog.configured", ("name", found.Value.Name));
        return await store.RemoveAsync(found.Value.Name, cancellationToken);
    }

    public async Task<Outcome<BlogSource>> PauseAsync(string source, bool paused, CancellationToken cancellationToken)
    {
        var found = await FindAsync(source, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var changed = found.Value with { Paused = paused };
        await store.SaveAsync(changed, cancellationToken);
        wake.Wake();
        return changed;
    }

    public async Task<Outcome<BlogSource>> RefreshAsync(string source, CancellationToken cancellationToken)
    {
        var found = await FindAsync(source, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        if (found.Value.Origin == BlogOrigin.Sample)
            return Errors.Refused("blog.sample");
        var changed = found.Value with { DueAt = time.GetUtcNow() };
        await store.SaveAsync(changed, cancellationToken);
        await store.MakeDueAsync(
            changed.Name,
            [PageState.Failed, PageState.Forbidden],
            time.GetUtcNow(),
            cancellationToken
        );
        wake.Wake();
        return changed;
    }

    private async Task<Outcome<BlogSource>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var sources = await store.SourcesAsync(cancellationToken);
        var wanted = name.Trim();
        var found =
            sources.FirstOrDefault(source => source.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? sources.FirstOrDefault(source => source.Address.AbsoluteUri == wanted);
        return found is null ? Errors.NotFound("blog.source") : found;
    }

    private static Error Trouble(PageState state, string? reason) =>
        state switch
        {
            PageState.NotPublic => Errors.Refused("blog.private"),
            PageState.Forbidden => Errors.Refused("blog.robots"),
            PageState.Elsewhere => Errors.UserInput("blog.elsewhere"),
            PageState.TooLarge or PageState.Unreadable => Errors.NotFound("blog.nothing"),
            _ => Errors.NotFound("blog.status", ("status", reason ?? "")),
        };
}
