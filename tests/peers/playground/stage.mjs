// What the tour stands on: NudgeBot with a clock of its own, Microsoft's Agents Playground, and a page of it in headless Chromium.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, mkdtempSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "..", "..", "..", "src", "NudgeBot");
const [botPort, pagePort] = [5981, 56981];

/** Where pictures, logs and NudgeBot's data go. */
export const folder = mkdtempSync(join(tmpdir(), "nudgebot-playground-"));

const children = new Set();
let bot;
let browser;

/** The next day of the week (0 is Sunday) at a time, in UTC, as faketime reads it. */
function next(weekday, time, from) {
  const day = new Date(from.getTime() + ((7 + weekday - from.getUTCDay()) % 7 || 7) * 86_400_000).toISOString().slice(0, 10);
  return `${day} ${time}`;
}

const tuesday = next(2, "09:28:00", new Date());
const friday = next(5, "14:59:15", new Date(`${tuesday.slice(0, 10)}T00:00:00Z`));

/** Nudges come on Tuesdays at 09:30, and the tour's digest on Fridays at 15:00: NudgeBot's clock begins a little before each. */
export const times = { tuesday, friday };

function start(program, args, name, env = {}) {
  const log = openSync(join(folder, `${name}.log`), "a");
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ["ignore", log, log], detached: true });
  children.add(child);
  return child;
}

function end(child) {
  children.delete(child);
  const ended = child.exitCode !== null ? Promise.resolve() : new Promise(done => child.once("exit", done));
  try { process.kill(-child.pid); } catch { /* It has ended by itself. */ }
  return ended;
}

async function ready(url, seconds, expected) {
  for (const last = Date.now() + seconds * 1000; Date.now() < last; ) {
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

/** Starts NudgeBot with its clock (libfaketime) at an instant; one that runs already ends first, and its data stays. */
export async function startBot(instant) {
  if (bot) await end(bot);
  bot = start("faketime", ["-f", `@${instant}`, "dotnet", join(project, "bin", "Debug", "net10.0", "NudgeBot.dll")], "nudgebot", {
    TZ: "Etc/UTC", ASPNETCORE_ENVIRONMENT: "Development", ASPNETCORE_URLS: `http://127.0.0.1:${botPort}`, NUDGEBOT_Teams__Anonymous: "true",
  });
  await ready(`http://127.0.0.1:${botPort}/healthz/live`, 60, "");
}

/** Starts everything, and returns the page. */
export async function open() {
  const executablePath = browserPath();
  if (!executablePath) throw new Error("Chromium is not installed: neither CHROMIUM nor the path names it.");
  if (spawnSync("faketime", ["--version"]).error) throw new Error("faketime is not installed (Debian: apt-get install faketime).");
  const built = spawnSync("dotnet", ["build", project, "-v", "q"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`NudgeBot could not be built:\n${built.stdout}`);
  await startBot(times.tuesday);
  start(process.execPath, [
    "--import", join(here, "loopback.mjs"), join(here, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "start",
    "-e", `http://127.0.0.1:${botPort}/api/messages`, "-c", "msteams", "-p", `${pagePort}`, "--service-url", `http://127.0.0.1:${pagePort}/_connector`, "--disable-telemetry",
  ], "playground");
  await ready(`http://127.0.0.1:${pagePort}/_debug/ping`, 60, "pong");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://127.0.0.1:${pagePort}/`);
  return page;
}

export async function close() {
  await browser?.close();
  await Promise.all([...children].map(end));
}
