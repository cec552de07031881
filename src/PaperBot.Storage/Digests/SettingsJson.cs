using System.Text.Json.Serialization;
using PaperBot.Core.Digests;

namespace PaperBot.Storage.Digests;

/// <summary>A subscription's settings as they are stored.</summary>
[JsonSerializable(typeof(DigestSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
