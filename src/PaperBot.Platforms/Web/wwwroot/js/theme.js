// Runs before the page is painted, so that it never flashes in the wrong colours.
(() => {
  const themes = ["auto", "light", "dark"];
  const read = () => {
    try {
      return themes.find(theme => theme === localStorage.getItem("paperbot.theme")) ?? "auto";
    } catch {
      return "auto";
    }
  };
  const apply = theme => document.documentElement.setAttribute("data-theme", theme);
  window.paperbotTheme = {
    read,
    next() {
      const theme = themes[(themes.indexOf(read()) + 1) % themes.length];
      try {
        localStorage.setItem("paperbot.theme", theme);
      } catch { /* Without storage the choice lasts as long as the page. */ }
      apply(theme);
      return theme;
    },
  };
  apply(read());
})();
