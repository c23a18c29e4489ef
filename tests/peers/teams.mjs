// Checks what NudgeBot says in Teams by Microsoft's own code. Cases come as JSON lines, {name, kind, json}; each fault is a line that begins with the name.
// Kinds: "activity" (the schema of the Agents SDK), "action" (the same for a pressed button), "card" (the reader of Adaptive Cards, held to version 1.5).
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { activityZodSchema, adaptiveCardInvokeActionZodSchema } from "@microsoft/agents-activity";

const cards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");
const version = cards.Versions.v1_5;

// What the reader knows without naming it among an element's properties.
const structure = { AdaptiveCard: ["body", "actions"], ActionSet: ["actions"], Container: ["items"], ColumnSet: ["columns"], Column: ["items"] };

function properties(element) {
  const schema = element.getSchema();
  return Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at)).filter(one => one.targetVersion.compareTo(version) <= 0).map(one => one.name);
}

function create(part, parent) {
  if (part.type === "AdaptiveCard") return new cards.AdaptiveCard();
  if (part.type === undefined) return parent === "FactSet" ? new cards.Fact() : parent === "Input.ChoiceSet" ? new cards.Choice() : new cards.RefreshDefinition();
  return cards.GlobalRegistry.defaultElements.createInstance(part.type, version) ?? cards.GlobalRegistry.defaultActions.createInstance(part.type, version);
}

// The reader passes over properties that it does not know, so they are looked for here, also in what is there for older clients.
function* unknown(part, parent) {
  const element = create(part, parent);
  if (!element) {
    yield `${part.type} is not known in version 1.5`;
    return;
  }
  const known = new Set([...properties(element), ...(structure[part.type] ?? []), "fallback", ...(part.type === "AdaptiveCard" ? ["msteams"] : [])]);
  for (const [name, value] of Object.entries(part)) {
    if (!known.has(name)) yield `${part.type ?? parent} has no property ${name} in version 1.5`;
    if (["data", "msteams", "requires"].includes(name)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object") yield* unknown(child, part.type ?? parent);
    }
  }
}

function* card(json) {
  const context = new cards.SerializationContext(version);
  const read = new cards.AdaptiveCard();
  // How many buttons there may be is a matter of the host; the reader's own default of five counts those under "more" as well.
  read.hostConfig = new cards.HostConfig({ actions: { maxActions: 1000 } });
  read.parse(json, context);
  for (let at = 0; at < context.eventCount; at++) yield context.getEventAt(at).message;
  for (const event of read.validateProperties().validationEvents) yield event.message;
  yield* unknown(json);
}

function* zod(schema, json) {
  const result = schema.safeParse(json);
  for (const issue of result.success ? [] : result.error.issues) yield `${issue.path.join(".")}: ${issue.message}`;
}

const checks = { card, activity: json => zod(activityZodSchema, json), action: json => zod(adaptiveCardInvokeActionZodSchema, json) };

for await (const line of createInterface({ input: process.stdin })) {
  const { name, kind, json } = JSON.parse(line);
  for (const fault of checks[kind](json)) console.log(`${name}: ${fault}`);
}
