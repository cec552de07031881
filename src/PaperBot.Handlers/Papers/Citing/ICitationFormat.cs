namespace PaperBot.Handlers.Papers.Citing;

/// <summary>A way to write references.</summary>
internal interface ICitationFormat
{
    /// <summary>The value of <c>format:</c>.</summary>
    string Name { get; }

    /// <summary>The extension of its files, without dot.</summary>
    string Extension { get; }

    /// <summary>The media type of its files.</summary>
    string MediaType { get; }

    /// <summary>One entry for each, in order, without a line break at the end.</summary>
    IReadOnlyList<string> Write(IReadOnlyList<Citation> citations);
}
