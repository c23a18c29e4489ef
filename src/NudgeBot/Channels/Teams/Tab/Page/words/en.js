/** Every text of the page itself in English; what it shows comes in the member's language. `de.js` has the same keys. */
export default {
  loading: "Fetching your circle…",
  retry: "Try again",
  chat: "Write to NudgeBot",
  picture: "Your circle over the years, as a picture",
  inWords: "The same in words",

  "outside title": "This page belongs in Microsoft Teams",
  outside: "Open Teams, choose NudgeBot in the bar at its left edge (under … if it is not there yet), and then this tab at the top.",

  "stranger title": "NudgeBot does not know you yet",
  stranger: "It remembers who helped whom, for you alone, and reminds you at a good moment of the people you want to stay close to. Nothing is kept about you until you write to it: say hello in the chat, and this page fills with your circle.",

  "signIn title": "Teams did not sign you in",
  signIn: "Try again; if Teams asks for a permission, allow it. If it stays so, show this page to whoever looks after Teams in your company: the app's single sign-on is not set up yet.",

  "refused title": "NudgeBot does not accept this sign-in",
  refused: "Try again. If it stays so, show this page to whoever installed NudgeBot: Teams:TenantId, Teams:AppId and Teams:PublicUrl must be those of the app's registration.",

  "busy title": "NudgeBot cannot answer just now",
  busy: "Nothing is lost. Try again in a minute.",

  "offline title": "NudgeBot cannot be reached",
  offline: "Check your connection. As soon as it is back this page tries again by itself.",
};
