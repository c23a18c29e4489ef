// Draws an Adaptive Card in a browser with the reader of adaptivecards and markdown-it. Colours and sizes are near those of Teams' clients; the
// clients' own drawing is nowhere published.
const themes = {
  light: { page: "#f5f5f5", card: "#ffffff", text: "#242424", subtle: "#616161", line: "#d1d1d1", accent: "#5b5fc7", onAccent: "#ffffff", bad: "#b10e1c", good: "#0e700e" },
  dark: { page: "#1f1f1f", card: "#292929", text: "#ffffff", subtle: "#adadad", line: "#666666", accent: "#7f85f5", onAccent: "#000000", bad: "#f1707b", good: "#54b054" },
};

function hostConfig(colour) {
  const pair = text => ({ default: text, subtle: colour.subtle });
  return {
    fontFamily: "'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colour.line },
    supportsInteractivity: true,
    containerStyles: {
      default: {
        backgroundColor: colour.card,
        foregroundColors: { default: pair(colour.text), accent: pair(colour.accent), attention: pair(colour.bad), good: pair(colour.good), dark: pair(colour.text), light: pair(colour.text), warning: pair(colour.bad) },
      },
    },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline" } },
    textBlock: { headingLevel: 2 },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    inputs: { label: { inputSpacing: "small", requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "bolder" } }, errorMessage: { color: "attention" } },
  };
}

const styles = colour => `
  body { margin: 0; padding: 16px; background: ${colour.page}; color: ${colour.text}; font: 14px/20px 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
  .card { margin-bottom: 16px; border: 1px solid ${colour.line}; border-radius: 4px; overflow: hidden; }
  p { margin: 0; }
  .ac-actionSet { flex-wrap: wrap; }
  .ac-pushButton { font: 600 14px/20px 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; padding: 5px 12px; margin-bottom: 4px; border: 1px solid ${colour.line}; border-radius: 4px; background: ${colour.card}; color: ${colour.text}; }
  .ac-pushButton.style-positive { background: ${colour.accent}; border-color: ${colour.accent}; color: ${colour.onAccent}; }
  .ac-pushButton.style-destructive { color: ${colour.bad}; }
  .ac-input { box-sizing: border-box; max-width: 100%; padding: 5px 10px; font: inherit; border: 1px solid ${colour.subtle}; border-radius: 4px; background: ${colour.card}; color: ${colour.text}; }
  .ac-input::placeholder { color: ${colour.subtle}; opacity: 1; }
  .ac-choiceSetInput-expanded input, .ac-choiceSetInput-multiSelect input { width: 24px; height: 24px; margin: 0; }
  .ac-horizontal-separator { width: 100%; }
`;

// Draws a card in the page, below the others or in the place of the one that had its name, and returns what its reader had to say against it. Each is
// a form, since choices of the same name in one form exclude each other.
globalThis.drawCard = (json, theme, name) => {
  const colour = themes[theme];
  document.head.querySelector("#drawing")?.remove();
  document.head.append(Object.assign(document.createElement("style"), { id: "drawing", textContent: styles(colour) }));
  const markdown = globalThis.markdownit({ html: false, linkify: false });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: markdown.render(text), didProcess: true });
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(colour));
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(json, context);
  const frame = document.getElementById(name) ?? Object.assign(document.createElement("form"), { id: name, className: "card" });
  frame.replaceChildren(card.render());
  document.querySelector("main").append(frame);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
};
