using PaperBot.Core.Outcomes;

namespace PaperBot.Core.Models;

/// <summary>The failures of models that callers tell apart.</summary>
public static class ModelErrors
{
    private const string NoneKey = "model.none";
    private const string BudgetKey = "model.budget";
    private const string TooLongKey = "model.toolong";
    private const string RefusedKey = "model.refused";
    private const string BadKey = "model.bad";
    private const string QuotaKey = "model.quota";

    /// <summary>No model is configured.</summary>
    public static Error None() => Errors.Refused(NoneKey);

    /// <summary>The day's budget is spent.</summary>
    /// <param name="backAt">When models come back.</param>
    public static Error Budget(DateTimeOffset backAt) => Errors.Throttled(BudgetKey, backAt, ("time", backAt));

    /// <summary>The prompt is longer than the model takes.</summary>
    public static Error TooLong(string model) => Errors.UserInput(TooLongKey, ("model", model));

    /// <summary>The provider refuses: a wrong key, no credit, no such model.</summary>
    public static Error Refused(string model) => Errors.UpstreamDown(RefusedKey, null, ("model", model));

    /// <summary>The provider takes the prompt for malformed.</summary>
    public static Error Bad(string model) => Errors.Internal(BadKey, ("model", model));

    /// <summary>The person or the place has asked too much of the models.</summary>
    public static Error Quota(DateTimeOffset roomAt) => Errors.Throttled(QuotaKey, roomAt, ("time", roomAt));

    /// <summary>Whether it is <see cref="None"/>.</summary>
    public static bool IsNone(Error error) => Is(error, NoneKey);

    /// <summary>Whether it is <see cref="Budget"/>.</summary>
    public static bool IsBudget(Error error) => Is(error, BudgetKey);

    /// <summary>Whether it is <see cref="TooLong"/>: fewer passages may do.</summary>
    public static bool IsTooLong(Error error) => Is(error, TooLongKey);

    /// <summary>Whether it is <see cref="Quota"/>.</summary>
    public static bool IsQuota(Error error) => Is(error, QuotaKey);

    private static bool Is(Error error, string key)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Message.Key == "error." + key;
    }
}
