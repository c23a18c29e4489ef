// The tour of the README in Microsoft's Agents Playground: starts NudgeBot and the Playground, and drives its page in headless Chromium as a person
// would. Pictures and logs go to a folder that it names; each step says whether it passed. Exit code 1 when one did not.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, mkdtempSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "nudgebot-playground-"));
const [botPort, pagePort] = [5981, 56981];
const children = [];

function start(program, args, name, env = {}) {
  const log = openSync(join(folder, `${name}.log`), "a");
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ["ignore", log, log], detached: true });
  children.push(child);
}

async function ready(url, seconds, expected) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const text = await fetch(url).then(answer => (answer.ok ? answer.text() : null), () => null);
    if (text?.includes(expected)) return;
    await new Promise(done => setTimeout(done, 300));
  }
  throw new Error(`${url} did not answer in ${seconds} s; see the logs in ${folder}.`);
}

function browserPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
  const paths = process.env.CHROMIUM ? [process.env.CHROMIUM] : (process.env.PATH ?? "").split(delimiter).flatMap(path => names.map(name => join(path, name)));
  return paths.find(path => { try { accessSync(path); return true; } catch { return false; } });
}

let page;
let failed = 0;
let shots = 0;

async function step(name, act) {
  try {
    await act();
    console.log(`passed  ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${String(error.message).split("\n")[0]}`);
  }
  await page.screenshot({ path: join(folder, `${String(++shots).padStart(2, "0")}-${name.replace(/\W+/g, "-")}.png`) });
}

const box = () => page.locator("[role=textbox][contenteditable=true]").last();
const seen = (text, seconds = 15) => page.getByText(text).last().waitFor({ timeout: seconds * 1000 });
const press = title => page.getByRole("button", { name: title }).last().click({ timeout: 10_000 });

async function say(text) {
  await box().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function mention(text) {
  await box().click();
  await page.keyboard.type("@");
  await page.getByRole("menuitem", { name: "Test Bot" }).click({ timeout: 10_000 });
  await page.keyboard.type(` ${text}`);
}

async function mock(text) {
  await page.getByRole("button", { name: /mock/i }).first().click({ timeout: 10_000 });
  await page.locator("[role=menuitem]").filter({ hasText: text }).first().click({ timeout: 10_000 });
}

async function tour() {
  await step("the page opens", () => box().waitFor({ timeout: 30_000 }));
  await step("help is answered with a card", async () => { await say("help"); await seen("What you can tell me"); });
  await step("the first message explains itself", () => seen(/Yes, nudge me/));
  await step("a help is recorded", async () => { await say("helped \"Zoe Quinn\" with the board deck on 3 March 2025"); await seen(/You helped Zoe Quinn/); });
  await step("what it does not know it says", async () => { await say("hlped Zoe"); await seen(/not (know|understand)|Did you mean/i); });
  await step("a record is taken back by its button", async () => { await say("met \"Max Orr\" about lunch"); await seen(/Max Orr/); await press("Undo"); await seen(/Taken back/); });
  await step("somebody is chosen", async () => { await say("choose \"Zoe Quinn\" every 6 weeks because she asks well"); await seen(/every 6 weeks/); await say("circle"); await seen("Your circle"); });
  await step("a form opens in the chat and is sent", async () => {
    await press("Choose somebody");
    await page.getByLabel(/^Name/).last().fill("Ivo Lang");
    await page.getByLabel(/Why this person/).last().fill("He knows the trade");
    await press(/^Choose$/);
    await seen(/Ivo Lang/);
  });
  await step("the settings are a form too", async () => { await say("settings"); await seen("Day of the nudge"); await page.getByLabel(/Seats in your circle/).last().fill("12"); await press("Save"); await seen(/Saved/); });
  await step("nudges are agreed to", async () => { await say("nudges on"); await seen(/Nudges are on/); });
  await step("a nudge comes when its time has come", () => seen(/Somebody to think of/, 200));
  await step("a nudge is answered", async () => { await press(/^I reached out/); await seen(/Noted: you reached out/); });
  await step("the group chat answers in private", async () => {
    await page.getByRole("treeitem", { name: "Group Chat" }).click();
    await mention("history Zoe");
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: "Personal Chat" }).click();
    await seen(/known since/);
  });
  await step("a channel sets its digest", async () => {
    await page.getByRole("treeitem", { name: "Announcements" }).click();
    await press(/start a post|new post|post/i).catch(() => {});
    await mention("digest here weekly friday 15:00");
    await press("Post");
    await page.getByRole("treeitem", { name: "Personal Chat" }).click();
    await seen(/A digest is posted here/);
  });
  await step("it is removed", async () => {
    const before = await page.getByText("installationUpdate 200").count();
    await mock(/uninstall|remove/i);
    await press("Send activity");
    await page.getByText("installationUpdate 200").nth(before).waitFor({ state: "attached", timeout: 10_000 });
  });
}

try {
  const executablePath = browserPath();
  if (!executablePath) throw new Error("Chromium is not installed: neither CHROMIUM nor the path names it.");
  const project = join(here, "..", "..", "..", "src", "NudgeBot");
  const built = spawnSync("dotnet", ["build", project, "-v", "q"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`NudgeBot could not be built:\n${built.stdout}`);
  // Nudges come on Tuesdays at 09:30, so NudgeBot's clock (libfaketime) begins a little before it.
  const tuesday = new Date(Date.now() + ((9 - new Date().getUTCDay()) % 7 || 7) * 86_400_000).toISOString().slice(0, 10);
  start("faketime", ["-f", `@${tuesday} 09:28:00`, "dotnet", join(project, "bin", "Debug", "net10.0", "NudgeBot.dll")], "nudgebot", {
    TZ: "Etc/UTC", ASPNETCORE_ENVIRONMENT: "Development", ASPNETCORE_URLS: `http://127.0.0.1:${botPort}`, NUDGEBOT_Teams__Anonymous: "true",
  });
  await ready(`http://127.0.0.1:${botPort}/healthz/live`, 60, "");
  start(process.execPath, [
    "--import", join(here, "loopback.mjs"), join(here, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "start",
    "-e", `http://127.0.0.1:${botPort}/api/messages`, "-c", "msteams", "-p", `${pagePort}`, "--service-url", `http://127.0.0.1:${pagePort}/_connector`, "--disable-telemetry",
  ], "playground");
  await ready(`http://127.0.0.1:${pagePort}/_debug/ping`, 60, "pong");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://127.0.0.1:${pagePort}/`);
  await tour();
  await browser.close();
} catch (error) {
  failed++;
  console.log(`FAILED  ${error.message}`);
} finally {
  for (const child of children) {
    try { process.kill(-child.pid); } catch { /* It has ended by itself. */ }
  }
  console.log(`Pictures and logs: ${folder}`);
}

process.exitCode = failed === 0 ? 0 : 1;
