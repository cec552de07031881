using System.Text.Json.Serialization;

namespace PaperBot.Pictures.Formulas;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FormulaRequest))]
[JsonSerializable(typeof(FormulaAnswer))]
internal sealed partial class FormulaJson : JsonSerializerContext;
