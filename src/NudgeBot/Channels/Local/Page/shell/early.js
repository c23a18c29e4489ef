// A classic script, not a module: it runs before the first paint, so that a chosen appearance never flashes.
document.documentElement.dataset.theme = localStorage.getItem("nudgebot.appearance") ?? "";
