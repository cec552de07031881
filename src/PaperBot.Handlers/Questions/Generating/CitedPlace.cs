using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Core.Documents;
using PaperBot.Handlers.Questions.Evidence;

namespace PaperBot.Handlers.Questions.Generating;

/// <summary>A cited passage as it is kept with an answer, so that its evidence can be offered without the document.</summary>
/// <param name="Document">The paper with its version, or an upload's id.</param>
/// <param name="Key">The passage's key.</param>
/// <param name="Place">How the place is written.</param>
/// <param name="Sentence">Which sentence of the passage bears most on what was said.</param>
internal sealed partial record CitedPlace(
    [property: JsonPropertyName("d")] string Document,
    [property: JsonPropertyName("k")] string Key,
    [property: JsonPropertyName("p")] string Place,
    [property: JsonPropertyName("s")] int Sentence
)
{
    private const int Most = 60;

    /// <summary>The line that shows the evidence.</summary>
    public string Line => EvidenceHandler.Line(Document, Key, Sentence);

    public static IReadOnlyList<CitedPlace> Of(CheckedAnswer answer, bool several) =>
        [
            .. answer
                .Cited.Take(Most)
                .Select(
                    (found, number) =>
                        new CitedPlace(
                            found.Document.Paper?.ToString() ?? found.Document.Id.ToString(),
                            found.Passage.Key,
                            Citation.Place(
                                found.Document,
                                found.Passage,
                                several ? found.Document.Paper?.ToString() : null
                            ),
                            NearestSentence.Of(found.Passage, answer.Claims[number])
                        )
                ),
        ];

    public static string Write(IReadOnlyList<CitedPlace> places) =>
        JsonSerializer.Serialize(places, CitedJson.Default.IReadOnlyListCitedPlace);

    public static IReadOnlyList<CitedPlace> Read(string? json)
    {
        if (json is null)
            return [];
        try
        {
            return JsonSerializer.Deserialize(json, CitedJson.Default.IReadOnlyListCitedPlace) ?? [];
        }
        catch (JsonException)
        {
            // Written by another version of the bot: the answer stands, its evidence is asked for anew.
            return [];
        }
    }

    [JsonSerializable(typeof(IReadOnlyList<CitedPlace>))]
    internal sealed partial class CitedJson : JsonSerializerContext;
}
