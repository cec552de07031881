using System.Diagnostics.CodeAnalysis;

namespace PaperBot.Core.Commands;

/// <summary>The checked values of a command's parameters, by the spec's names.</summary>
/// <param name="values">
/// By parameter name; of the types that <see cref="ParameterKind"/> names, lists of texts for parameters that take many.
/// </param>
public sealed class Arguments(IReadOnlyDictionary<string, object> values)
{
    /// <summary>No arguments.</summary>
    public static Arguments None { get; } = new(new Dictionary<string, object>());

    /// <summary>All values by name.</summary>
    public IReadOnlyDictionary<string, object> Values { get; } = values;

    /// <summary>True when the person gave it.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>A text, a choice or a paper as typed; null when it was not given.</summary>
    public string? Text(string name) => Find<string>(name, out var text) ? text : null;

    /// <summary>All texts of a parameter that takes many; empty when it was not given.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Find<IReadOnlyList<string>>(name, out var texts) ? texts
        : Find<string>(name, out var text) ? [text]
        : [];

    /// <summary>A whole number; null when it was not given.</summary>
    public long? Integer(string name) => Find<long>(name, out var number) ? number : null;

    /// <summary>A number; null when it was not given.</summary>
    public double? Number(string name) => Find<double>(name, out var number) ? number : null;

    /// <summary>A yes or no; false when it was not given.</summary>
    public bool Flag(string name) => Find<bool>(name, out var flag) && flag;

    /// <summary>A file; null when none was given.</summary>
    public IncomingFile? File(string name) => Find<IncomingFile>(name, out var file) ? file : null;

    private bool Find<T>(string name, [MaybeNullWhen(false)] out T found)
    {
        if (Values.TryGetValue(name, out var value) && value is T typed)
        {
            found = typed;
            return true;
        }
        found = default;
        return false;
    }
}
