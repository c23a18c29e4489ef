// Starts the Slack of vercel-labs' emulate on a free port, with the seed given as JSON in the first argument, and prints where it is.
import { createEmulator } from "emulate";

const slack = await createEmulator({ service: "slack", port: 0, seed: { slack: JSON.parse(process.argv[2]) } });
console.log(`ready ${slack.url}`);
process.stdin.resume();
process.stdin.on("end", () => slack.close().then(() => process.exit(0)));
