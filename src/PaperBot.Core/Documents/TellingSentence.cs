namespace PaperBot.Core.Documents;

/// <summary>A sentence of a document that by itself says something about a question.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passage">The passage that it stands in.</param>
/// <param name="Text">Word for word.</param>
/// <param name="Score">How telling it is: greater is better, comparable inside one answer only.</param>
public sealed record TellingSentence(PaperDocument Document, Passage Passage, string Text, double Score);
