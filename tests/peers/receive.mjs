// The receiver of @slack/bolt alone: it says of every request whether it believes its signature. The signing secret is the first argument.
import bolt from "@slack/bolt";

const receiver = new bolt.HTTPReceiver({ signingSecret: process.argv[2], logLevel: "error" });
receiver.init({ processEvent: async event => event.ack() });
const server = await receiver.start(0);
console.log(`ready ${server.address().port}`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
