// A small app on the real @slack/bolt, by HTTP ("http") or Socket Mode ("socket"). It does with Slack what NudgeBot does: answers commands, opens a
// modal, takes its submission, responds late, posts, updates, publishes a Home tab. Settings come as JSON in the third argument.
import bolt from "@slack/bolt";

const [mode, settings] = [process.argv[2], JSON.parse(process.argv[3])];
const app = new bolt.App({
  token: settings.token,
  signingSecret: settings.signingSecret,
  appToken: settings.appToken,
  socketMode: mode === "socket",
  clientOptions: { slackApiUrl: settings.api },
  logLevel: "error",
  ...(mode === "socket" ? { clientPingTimeout: 2000 } : {}),
});

const plain = text => ({ type: "plain_text", text });
const button = (id, text) => ({ type: "button", action_id: id, text: plain(text), value: "7" });

app.command("/nudge", async ({ command, ack, respond, client }) => {
  if (command.text === "form") {
    await ack();
    await client.views.open({
      trigger_id: command.trigger_id,
      view: {
        type: "modal",
        callback_id: "help_form",
        title: plain("Log as help"),
        submit: plain("Save"),
        blocks: [{ type: "input", block_id: "what", label: plain("What"), element: { type: "plain_text_input", action_id: "words" } }],
      },
    });
    return;
  }
  if (command.text === "post") {
    await ack();
    const posted = await client.chat.postMessage({ channel: command.channel_id, text: "Working", metadata: { event_type: "nudge_delivery", event_payload: { id: "42" } } });
    await client.chat.update({ channel: posted.channel, ts: posted.ts, text: "Done" });
    return;
  }
  if (command.text === "late") {
    await ack();
    await respond({ text: `Late answer for ${command.user_id}`, response_type: "ephemeral" });
    return;
  }
  await ack({ text: `You said: ${command.text}`, blocks: [{ type: "actions", elements: [button("undo", "Undo")] }] });
});

app.view("help_form", async ({ ack, view, body, client }) => {
  const words = view.state.values.what.words.value;
  if (words === "nothing") {
    await ack({ response_action: "errors", errors: { what: "Say what it was." } });
    return;
  }
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `Recorded: ${words}` });
});

app.action("undo", async ({ ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: "Taken back." });
});

app.shortcut("log_help", async ({ ack, shortcut, client }) => {
  await ack();
  await client.chat.postEphemeral({ channel: shortcut.channel.id, user: shortcut.user.id, text: `Shortcut on: ${shortcut.message.text}` });
});

app.event("app_home_opened", async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "section", text: plain(`Home of ${event.user}`) }] } });
});

app.message(async ({ message, say }) => {
  if (message.bot_id === undefined) await say(`Heard: ${message.text}`);
});

const server = await app.start(0);
console.log(`ready ${mode === "socket" ? "socket" : server.address().port}`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
