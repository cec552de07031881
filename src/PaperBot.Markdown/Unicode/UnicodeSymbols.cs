using System.Collections.Frozen;

namespace PaperBot.Markdown.Unicode;

/// <summary>The commands that stand for one sign, and what the sign is to its neighbours.</summary>
internal static class UnicodeSymbols
{
    private const string Operands = """
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
        lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ
        varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ
        Omega Ω infty ∞ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠ degree °
        ldots … dots … cdots ⋯ dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ dagger † ddagger ‡ circ ∘ star ⋆ ast ∗
        imath ı jmath ȷ wp ℘ square □ Box □ checkmark ✓ S § % % & & # # _ _ $ $
        """;

    private const string Prefixes = "partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ triangle △";

    private const string Binaries = """
        pm ± mp ∓ times × div ÷ cup ∪ cap ∩ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
        setminus ∖ bullet • sqcup ⊔ sqcap ⊓ uplus ⊎ rtimes ⋊ ltimes ⋉
        """;

    private const string Relations = """
        le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅
        propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ subsetneq ⊊ to → rightarrow →
        leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦
        longrightarrow ⟶ longmapsto ⟼ hookrightarrow ↪ uparrow ↑ downarrow ↓ mid | parallel ∥ perp ⊥ lesssim ≲
        gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰ triangleq ≜ coloneqq ≔ vdash ⊢ models ⊨ asymp ≍ doteq ≐ lt < gt >
        rightleftharpoons ⇌ therefore ∴ because ∵ nearrow ↗ searrow ↘ leadsto ⇝ rightsquigarrow ⇝
        """;

    private const string Bigs = """
        sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigwedge ⋀
        bigvee ⋁
        """;

    private const string Opens = "langle ⟨ lfloor ⌊ lceil ⌈ { { lbrace { lbrack [ lvert | lVert ‖";

    private const string Closes = "rangle ⟩ rfloor ⌋ rceil ⌉ } } rbrace } rbrack ] rvert | rVert ‖";

    private const string Names = """
        sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg lim liminf limsup max min sup
        inf arg det dim ker deg gcd hom Pr argmax argmin tr
        """;

    private const string Silent = """
        limits nolimits displaystyle textstyle scriptstyle nonumber ! left right middle mathopen mathclose mathord
        big bigl bigr bigm Big Bigl Bigr Bigm bigg biggl biggr Bigg Biggl Biggr
        """;

    private static readonly FrozenSet<string> Unseen = Words(Silent).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Text, Part Part)> All = Read();

    /// <summary>Whether the command only changes the look or the size of what follows.</summary>
    public static bool IsSilent(string command) => Unseen.Contains(command);

    public static bool TryFind(string command, out string text, out Part part)
    {
        var found = All.TryGetValue(command, out var symbol);
        (text, part) = found ? symbol : ("", Part.Start);
        return found;
    }

    private static FrozenDictionary<string, (string Text, Part Part)> Read()
    {
        var all = new Dictionary<string, (string, Part)>(StringComparer.Ordinal);
        AddPairs(Operands, Part.Operand);
        AddPairs(Prefixes, Part.Operand);
        AddPairs(Binaries, Part.Binary);
        AddPairs(Relations, Part.Relation);
        AddPairs(Bigs, Part.Big);
        AddPairs(Opens, Part.Open);
        AddPairs(Closes, Part.Close);
        foreach (var name in Words(Names))
            all.Add(name, (name, Part.Word));
        all.Add("cdot", ("·", Part.Slash));
        all.Add("colon", (":", Part.Comma));
        all.Add("quad", ("\u2003", Part.Space));
        all.Add("qquad", ("\u2003\u2003", Part.Space));
        foreach (var space in (string[])[" ", ",", ":", ";", ">", "enspace", "thinspace"])
            all.Add(space, (" ", Part.Space));
        return all.ToFrozenDictionary(StringComparer.Ordinal);

        void AddPairs(string pairs, Part part)
        {
            var words = Words(pairs);
            for (var i = 0; i < words.Length; i += 2)
                all.Add(words[i], (words[i + 1], part));
        }
    }

    private static string[] Words(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
