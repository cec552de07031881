namespace PaperBot.Tests.Upstreams.Blogs;

/// <summary>A body that begins and then fails.</summary>
internal sealed class BrokenStream(Exception failure) : MemoryStream("<html><body><p>It begins"u8.ToArray())
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw failure;
    }
}
