using System.Buffers;
using System.IO.Compression;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// Undoes the gateway's <c>zlib-stream</c>: one stream over the whole connection, flushed after each message. See
/// <see href="https://docs.discord.com/developers/events/gateway#transport-compression">events/gateway: transport
/// compression</see>.
/// </summary>
internal sealed class Inflater : IDisposable
{
    private const int LargestMessage = 64 << 20;

    private static readonly byte[] Flush = [0x00, 0x00, 0xff, 0xff];

    private readonly Feed _feed = new();
    private readonly ZLibStream _zlib;
    private readonly ArrayBufferWriter<byte> _plain = new(16 << 10);

    public Inflater() => _zlib = new ZLibStream(_feed, CompressionMode.Decompress);

    /// <summary>Whether the bytes end a message; otherwise more belong to it.</summary>
    public static bool EndsMessage(ReadOnlySpan<byte> bytes) => bytes.EndsWith(Flush);

    /// <summary>The plain bytes of a whole message; valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The bytes are not the stream's continuation.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> bytes)
    {
        _feed.Next = bytes;
        _plain.ResetWrittenCount();
        while (true)
        {
            var read = _zlib.Read(_plain.GetSpan(4096));
            if (read == 0)
                return _plain.WrittenMemory;
            _plain.Advance(read);
            if (_plain.WrittenCount > LargestMessage)
                throw new InvalidDataException($"A message of the gateway is longer than {LargestMessage} bytes.");
        }
    }

    public void Dispose() => _zlib.Dispose();

    /// <summary>Hands over one message after the other; "no more" means "not yet".</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Next.Length);
            Next.Span[..count].CopyTo(buffer);
            Next = Next[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
