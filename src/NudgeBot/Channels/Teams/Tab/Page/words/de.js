/** Jeder Text der Seite selbst auf Deutsch, mit den Schlüsseln von `en.js`. */
export default {
  loading: "Dein Kreis wird geholt …",
  retry: "Noch einmal versuchen",
  chat: "An NudgeBot schreiben",
  picture: "Dein Kreis über die Jahre, als Bild",
  inWords: "Dasselbe in Worten",

  "outside title": "Diese Seite gehört in Microsoft Teams",
  outside: "Öffne Teams, wähle in der Leiste am linken Rand NudgeBot (unter …, falls es dort noch nicht steht) und dann oben diese Registerkarte.",

  "stranger title": "NudgeBot kennt dich noch nicht",
  stranger: "Es merkt sich, wer wem geholfen hat, für dich allein, und erinnert dich in einem guten Moment an die Menschen, denen du nah bleiben willst. Nichts wird über dich gespeichert, bevor du ihm schreibst: Sag im Chat hallo, und diese Seite füllt sich mit deinem Kreis.",

  "signIn title": "Teams hat dich nicht angemeldet",
  signIn: "Versuche es noch einmal; fragt Teams nach einer Berechtigung, erlaube sie. Bleibt es so, zeige diese Seite dem, der in deiner Firma für Teams sorgt: Die einmalige Anmeldung der App ist noch nicht eingerichtet.",

  "refused title": "NudgeBot nimmt diese Anmeldung nicht an",
  refused: "Versuche es noch einmal. Bleibt es so, zeige diese Seite dem, der NudgeBot eingerichtet hat: Teams:TenantId, Teams:AppId und Teams:PublicUrl müssen die der Registrierung der App sein.",

  "busy title": "NudgeBot kann gerade nicht antworten",
  busy: "Nichts ist verloren. Versuche es in einer Minute noch einmal.",

  "offline title": "NudgeBot ist nicht zu erreichen",
  offline: "Prüfe deine Verbindung. Sobald sie wieder da ist, versucht es diese Seite von selbst noch einmal.",
};
