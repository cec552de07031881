using System.Collections.Frozen;

namespace PaperBot.Calculator.Symbolic;

/// <summary>Names with a fixed value: mathematical ones stay symbols, physical ones (CODATA 2022) are decimals.</summary>
internal static class Constants
{
    public static readonly FrozenDictionary<string, double> Mathematical = new Dictionary<string, double>
    {
        ["pi"] = Math.PI,
        ["e"] = Math.E,
        ["inf"] = double.PositiveInfinity,
        ["deg"] = Math.PI / 180,
        ["phi_golden"] = 1.6180339887498948482,
        ["euler_gamma"] = 0.57721566490153286061,
        ["catalan_g"] = 0.91596559417721901505,
    }.ToFrozenDictionary();

    /// <summary>SI values; the first ten are exact by definition.</summary>
    public static readonly FrozenDictionary<string, string> Physical = new Dictionary<string, string>
    {
        ["const.c"] = "299792458",
        ["const.h"] = "6.62607015e-34",
        ["const.q"] = "1.602176634e-19",
        ["const.e"] = "1.602176634e-19",
        ["const.k"] = "1.380649e-23",
        ["const.NA"] = "6.02214076e23",
        ["const.g"] = "9.80665",
        ["const.atm"] = "101325",
        ["const.au"] = "149597870700",
        ["const.eV"] = "1.602176634e-19",
        ["const.hbar"] = "1.054571817646156e-34",
        ["const.R"] = "8.31446261815324",
        ["const.F"] = "96485.33212331001",
        ["const.sigma"] = "5.670374419184429e-8",
        ["const.G"] = "6.67430e-11",
        ["const.eps0"] = "8.8541878188e-12",
        ["const.mu0"] = "1.25663706127e-6",
        ["const.me"] = "9.1093837139e-31",
        ["const.mp"] = "1.67262192595e-27",
        ["const.mn"] = "1.67492750056e-27",
        ["const.u"] = "1.66053906892e-27",
        ["const.alpha"] = "7.2973525643e-3",
        ["const.a0"] = "5.29177210544e-11",
        ["const.Ry"] = "10973731.568157",
        ["const.muB"] = "9.2740100657e-24",
        ["const.ly"] = "9460730472580800",
        ["const.pc"] = "3.0856775814913673e16",
        ["const.Msun"] = "1.98847e30",
    }.ToFrozenDictionary();

    public static bool IsConstant(string name) => Mathematical.ContainsKey(name) || Physical.ContainsKey(name);

    public static bool IsKnown(string name) => IsConstant(name) || name is "i" or "true" or "false" or "undefined";
}
