using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PaperBot.Core.Pictures;
using PaperBot.Processes;

namespace PaperBot.Pictures.Rasterizing;

/// <summary>SVG made by our own engines to PNG, by librsvg and cairo in this process.</summary>
internal static unsafe class SvgRasterizer
{
    /// <summary>The widest and highest picture, in pixels.</summary>
    public const int LargestSide = 4_000;

    private const int Argb32 = 0;

    /// <summary>Whether the native libraries are there.</summary>
    public static bool IsAvailable { get; } =
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad(Native.Rsvg, out _)
        && NativeLibrary.TryLoad(Native.Cairo, out _);

    /// <exception cref="ChildException">The libraries are missing or refuse the picture.</exception>
    public static Picture Rasterize(ReadOnlySpan<byte> svg, int width, int height)
    {
        if (!IsAvailable)
            throw new ChildException(ChildFailure.Missing, "librsvg or cairo is not installed.");
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, LargestSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LargestSide);
        nint handle;
        nint error;
        fixed (byte* data = svg)
            handle = Native.NewFromData(data, (nuint)svg.Length, out error);
        if (handle == 0)
            throw Failed(error);
        try
        {
            return Draw(handle, width, height);
        }
        finally
        {
            Native.Unref(handle);
        }
    }

    private static Picture Draw(nint handle, int width, int height)
    {
        var surface = Native.NewImageSurface(Argb32, width, height);
        var cairo = Native.NewContext(surface);
        try
        {
            if (Native.SurfaceStatus(surface) != 0)
                throw new ChildException(ChildFailure.Died, "cairo has no memory for the picture.");
            var viewport = new Native.Rectangle(0, 0, width, height);
            if (!Native.RenderDocument(handle, cairo, in viewport, out var error))
                throw Failed(error);
            using var png = new MemoryStream();
            var closure = GCHandle.Alloc(png);
            try
            {
                if (Native.WritePng(surface, &Write, GCHandle.ToIntPtr(closure)) != 0)
                    throw new ChildException(ChildFailure.Died, "cairo could not write the picture.");
            }
            finally
            {
                closure.Free();
            }
            return new Picture(png.ToArray(), width, height);
        }
        finally
        {
            Native.DestroyContext(cairo);
            Native.DestroySurface(surface);
        }
    }

    [UnmanagedCallersOnly]
    private static int Write(nint closure, byte* data, uint length)
    {
        var png = Unsafe.As<MemoryStream>(GCHandle.FromIntPtr(closure).Target!);
        png.Write(new ReadOnlySpan<byte>(data, checked((int)length)));
        return 0;
    }

    private static ChildException Failed(nint error)
    {
        if (error != 0)
            Native.FreeError(error);
        return new ChildException(ChildFailure.Died, "librsvg refused the picture.");
    }
}
