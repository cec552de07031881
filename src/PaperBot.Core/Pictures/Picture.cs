namespace PaperBot.Core.Pictures;

/// <summary>A rendered picture.</summary>
/// <param name="Png">The file's bytes.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, int Width, int Height);
