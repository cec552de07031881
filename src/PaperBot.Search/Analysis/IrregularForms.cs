using System.Collections.Frozen;

namespace PaperBot.Search.Analysis;

/// <summary>Forms of English words that no ending explains.</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Forms = """
        mice=mouse children=child men=man women=woman feet=foot teeth=tooth people=person
        matrices=matrix vertices=vertex indices=index vortices=vortex appendices=appendix helices=helix
        maxima=maximum minima=minimum optima=optimum extrema=extremum spectra=spectrum momenta=momentum
        quanta=quantum criteria=criterion phenomena=phenomenon bacteria=bacterium mitochondria=mitochondrion
        nuclei=nucleus stimuli=stimulus radii=radius loci=locus foci=focus fungi=fungus bacilli=bacillus
        wrote=write written=write built=build grew=grow grown=grow began=begin begun=begin bought=buy
        brought=bring chose=choose chosen=choose drew=draw drawn=draw fought=fight gave=give given=give held=hold
        kept=keep knew=know known=know made=make paid=pay sent=send shown=show sold=sell sought=seek spent=spend
        spoke=speak spoken=speak taught=teach threw=throw thrown=throw told=tell took=take taken=take won=win
        arose=arise arisen=arise became=become fell=fall fallen=fall flew=fly flown=fly
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        pair.Split('=')
    ).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ReadOnlySpan<char> Regular(ReadOnlySpan<char> word) =>
        BySpan.TryGetValue(word, out var regular) ? regular : word;
}
