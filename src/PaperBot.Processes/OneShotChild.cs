using System.Buffers;

namespace PaperBot.Processes;

/// <summary>Runs a program once: bytes in, bytes out, bounded in time, memory and output.</summary>
internal sealed class OneShotChild(TimeProvider time)
{
    public async Task<byte[]> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        ReadOnlyMemory<byte> input,
        ChildLimits limits,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(limits.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var process = ChildStart.Start(
            program,
            arguments,
            limits.Megabytes,
            (int)Math.Ceiling(limits.Timeout.TotalSeconds)
        );
        try
        {
            var errors = process.StandardError.ReadToEndAsync(both.Token);
            var output = ReadAsync(process.StandardOutput.BaseStream, limits.LongestOutput, both.Token);
            await WriteAsync(process.StandardInput.BaseStream, input, both.Token);
            var bytes = await output;
            await process.WaitForExitAsync(both.Token);
            if (process.ExitCode == ChildStart.NotFound)
                throw new ChildException(ChildFailure.Missing, $"{program} is not installed.");
            if (process.ExitCode != 0)
                throw new ChildException(ChildFailure.Died, $"{program} ended with {process.ExitCode}: {await errors}");
            return bytes;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChildException(ChildFailure.TooSlow, $"{program} took longer than {limits.Timeout}.", e);
        }
        finally
        {
            ChildStart.Kill(process);
        }
    }

    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(input, cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit status tells why.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (all.Length + read > most)
                    throw new ChildException(ChildFailure.Died, $"The output is longer than {most} bytes.");
                all.Write(buffer, 0, read);
            }
            return all.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
