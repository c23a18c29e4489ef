// The tour of the README in Microsoft's Agents Playground: starts NudgeBot and the Playground, and drives its page in headless Chromium as a person
// would. Pictures and logs go to a folder that it names; each step says whether it passed. Exit code 1 when one did not.
import { join } from "node:path";
import { close, folder, open, startBot, times } from "./stage.mjs";

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
const gone = (text, seconds = 15) => page.getByText(text).last().waitFor({ state: "hidden", timeout: seconds * 1000 });
const press = title => page.getByRole("button", { name: title }).last().click({ timeout: 10_000 });
const pick = text => page.locator("[role=menuitem]").filter({ hasText: text }).first().click({ timeout: 10_000 });
const go = place => page.getByRole("treeitem", { name: place }).click();

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
  await pick(text);
}

async function personal() {
  await step("the page opens", () => box().waitFor({ timeout: 30_000 }));
  await step("help is answered with a card", async () => { await say("help"); await seen("What you can tell me"); });
  await step("the first message explains itself", () => seen(/Yes, nudge me/));
  await step("a help is recorded", async () => { await say("helped \"Zoe Quinn\" with the board deck on 3 March 2025"); await seen(/You helped Zoe Quinn/); });
  await step("what it does not know it says", async () => { await say("hlped Zoe"); await seen(/not (know|understand)|Did you mean/i); });
  await step("a record is taken back by its button", async () => {
    await say("met \"Max Orr\" about lunch");
    await seen(/You were in touch with Max Orr/);
    await press("Undo");
    await seen(/Taken back: You were in touch with Max Orr/);
  });
  await step("somebody is chosen", async () => {
    await say("helped \"Yuri Stone\" with his first lecture on 2 June 2025");
    await seen(/You helped Yuri Stone/);
    await say("choose \"Yuri Stone\" every 2 months because we think alike");
    await seen(/Yuri Stone has a close seat/);
    await say("choose \"Zoe Quinn\" every 6 weeks because she asks well");
    await seen(/Zoe Quinn has a close seat/);
    await say("circle");
    await seen("Your circle");
  });
}

async function forms() {
  await step("a form opens in the chat", async () => { await press("Choose somebody"); await page.getByLabel(/^Name/).last().waitFor({ timeout: 10_000 }); });
  await step("a form says at its field what is wrong", async () => {
    await page.getByLabel(/^Name/).last().fill("Ivo Lang");
    await page.getByLabel(/^How often/).last().fill("now and then");
    await press(/^Choose$/);
    await seen(/Not right yet: "now and then"/);
  });
  await step("a form that was sent gives way to what came of it", async () => {
    await page.getByLabel(/^How often/).last().fill("every 2 days");
    await press(/^Choose$/);
    await seen(/Ivo Lang has a close seat/);
    await gone("Why this person?");
  });
  await step("the settings are a form too", async () => { await say("settings"); await seen("Day of the nudge"); await page.getByLabel(/Seats in your circle/).last().fill("12"); await press("Save"); await seen(/Saved/); await gone("Day of the nudge"); });
}

async function nudge() {
  await step("nudges are agreed to", async () => { await say("nudges on"); await seen(/Nudges are on/); });
  await step("a nudge comes when its time has come", () => seen(/Somebody to think of/, 200));
  await step("a nudge is answered", async () => { await press(/^I reached out/); await seen(/Noted: you reached out/); });
}

async function extension() {
  await step("a message of a chat is logged as help", async () => {
    await go("Group Chat");
    await say("Your notes on the contract saved my week");
    await page.getByRole("button", { name: "Show more information" }).last().click({ timeout: 10_000 });
    await pick("Action Command");
    await page.getByPlaceholder("Input command id or leave blanks").fill("log");
    await press("Create");
    await page.getByLabel(/^Who/).last().fill("Zoe Quinn");
  });
  await step("the dialog says what was recorded", async () => { await press("Record"); await page.getByRole("dialog").getByText(/You helped Zoe Quinn: Your notes on the contract/).waitFor({ timeout: 15_000 }); });
  await step("and it stands in the personal chat", async () => {
    await press("Close");
    await go("Personal Chat");
    await seen(/You helped Zoe Quinn: Your notes on the contract/);
  });
  await step("somebody is looked up while writing", async () => {
    await press("Trigger Message Extension App");
    await pick("Search Command");
    await press("Specify Command ID or Parameter");
    await page.getByPlaceholder("Command ID").fill("person");
    await page.getByPlaceholder("Parameter name").fill("name");
    await page.getByPlaceholder("Enter a search term").fill("yu");
    await seen(/In touch \(/);
  });
  await step("and only the name goes into the message", async () => {
    await page.getByText("Yuri Stone", { exact: true }).last().click();
    await page.waitForFunction(() => [...document.querySelectorAll("[role=textbox]")].some(one => one.textContent.trim() === "Yuri Stone"), null, { timeout: 10_000 });
    await page.reload();
    await box().waitFor({ timeout: 30_000 });
  });
}

async function together() {
  await step("the group chat answers in private", async () => {
    await go("Group Chat");
    await mention("history Zoe");
    await page.keyboard.press("Enter");
    await go("Personal Chat");
    await seen(/known since/);
  });
  await step("an ask is made public", async () => { await say("ask who knows a good tax adviser in Madrid?"); await seen(/Ask 1/); await press("Show in digests"); await seen(/may be shown in digests/); });
  await step("a channel sets its digest", async () => {
    await go("Announcements");
    await press(/start a post|new post|post/i).catch(() => {});
    await mention("digest here weekly friday 15:00");
    await press("Post");
    await go("Personal Chat");
    await seen(/A digest is posted here/);
  });
  await startBot(times.friday);
  await step("a digest is posted when its time has come", async () => { await go("Announcements"); await seen("This channel's digest", 150); await seen(/asks: who knows a good tax adviser/); });
  await step("Show mine answers only whoever pressed it", async () => {
    await press("Show mine");
    await seen("I answered in our own chat.");
    await go("Personal Chat");
    await seen(/Waiting in your circle:/);
  });
  await step("a channel's circle is joined", async () => { await go("Announcements"); await press("Join this circle"); await go("Personal Chat"); await seen(/You are in this channel's shared circle/); });
  await step("and left again from one's own chat", async () => { await press("Leave"); await seen(/You have left this channel's shared circle/); });
}

async function removal() {
  await step("it is removed", async () => {
    const before = await page.getByText("installationUpdate 200").count();
    await mock(/uninstall|remove/i);
    await press("Send activity");
    await page.getByText("installationUpdate 200").nth(before).waitFor({ state: "attached", timeout: 10_000 });
  });
}

try {
  page = await open();
  for (const part of [personal, forms, nudge, extension, together, removal]) await part();
} catch (error) {
  failed++;
  console.log(`FAILED  ${error.message}`);
} finally {
  await close();
  console.log(`Pictures and logs: ${folder}`);
}

process.exitCode = failed === 0 ? 0 : 1;
