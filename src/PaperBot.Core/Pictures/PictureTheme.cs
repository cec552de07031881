namespace PaperBot.Core.Pictures;

/// <summary>The colours of a picture.</summary>
public enum PictureTheme
{
    /// <summary>Dark on white.</summary>
    Light,

    /// <summary>Light on the dark grey that chat clients use.</summary>
    Dark,

    /// <summary>Dark on nothing.</summary>
    Transparent,
}
