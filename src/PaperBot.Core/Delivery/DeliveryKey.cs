namespace PaperBot.Core.Delivery;

/// <summary>Names one post: whatever is posted twice under one key is to be seen once.</summary>
public readonly record struct DeliveryKey
{
    /// <summary>A key.</summary>
    /// <param name="value">1 to 200 characters.</param>
    public DeliveryKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 200);
        Value = value;
    }

    /// <summary>The key's text.</summary>
    public string Value { get; }

    /// <inheritdoc />
    public override string ToString() => Value;
}
