namespace PaperBot.Core.Replies;

/// <summary>A file in a reply.</summary>
/// <param name="Name">File name with extension; any script.</param>
/// <param name="MediaType">For example <c>image/png</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="AltText">What a person who cannot see it should read.</param>
public sealed record Attachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, string AltText);
