using System.Runtime.InteropServices;

namespace PaperBot.Pictures.Rasterizing;

/// <summary>The few functions of librsvg 2, cairo and glib that turn an SVG into a PNG.</summary>
internal static unsafe partial class Native
{
    public const string Rsvg = "librsvg-2.so.2";
    public const string Cairo = "libcairo.so.2";
    private const string GObject = "libgobject-2.0.so.0";
    private const string GLib = "libglib-2.0.so.0";

    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Rectangle(double X, double Y, double Width, double Height);

    [LibraryImport(Rsvg, EntryPoint = "rsvg_handle_new_from_data")]
    internal static partial nint NewFromData(byte* data, nuint length, out nint error);

    [LibraryImport(Rsvg, EntryPoint = "rsvg_handle_render_document")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool RenderDocument(nint handle, nint cairo, in Rectangle viewport, out nint error);

    [LibraryImport(Cairo, EntryPoint = "cairo_image_surface_create")]
    internal static partial nint NewImageSurface(int format, int width, int height);

    [LibraryImport(Cairo, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(nint surface);

    [LibraryImport(Cairo, EntryPoint = "cairo_create")]
    internal static partial nint NewContext(nint surface);

    [LibraryImport(Cairo, EntryPoint = "cairo_destroy")]
    internal static partial void DestroyContext(nint cairo);

    [LibraryImport(Cairo, EntryPoint = "cairo_surface_destroy")]
    internal static partial void DestroySurface(nint surface);

    [LibraryImport(Cairo, EntryPoint = "cairo_surface_write_to_png_stream")]
    internal static partial int WritePng(nint surface, delegate* unmanaged<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(GObject, EntryPoint = "g_object_unref")]
    internal static partial void Unref(nint instance);

    [LibraryImport(GLib, EntryPoint = "g_error_free")]
    internal static partial void FreeError(nint error);
}
